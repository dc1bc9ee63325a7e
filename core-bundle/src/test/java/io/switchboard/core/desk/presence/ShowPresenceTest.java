package io.switchboard.core.desk.presence;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.presence.SqlPresenceStore;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is at a ticket (CO5). */
class ShowPresenceTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private final BlockingQueue<TicketId> told = new LinkedBlockingQueue<>();
    private DeskBench desk;
    private PresenceWatch watch;
    private ShowPresence presence;
    private Caller agent;
    private Ticket ticket;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        SqlPresenceStore store = new SqlPresenceStore(STORE.mappers());
        watch = new PresenceWatch(STORE.transactions(), store, desk.clock);
        presence = new ShowPresence(STORE.transactions(), desk.read, store, desk.persons, watch, desk.clock);
        agent = desk.agent();
        ticket = desk.open(desk.customer());
    }

    @AfterEach
    void end() {
        watch.stop();
    }

    @Test
    void whoComesIsThereUntilTheyAreGoneOrAMinuteHasPassed() {
        Caller colleague = desk.agent();
        presence.put(agent, ticket.id(), Activity.VIEWING);
        assertThat(presence.put(colleague, ticket.id(), Activity.WRITING))
                .extracting(Present::activity)
                .containsExactlyInAnyOrder(Activity.VIEWING, Activity.WRITING);
        presence.put(colleague, ticket.id(), Activity.GONE);
        assertThat(presence.list(agent, ticket.id()))
                .singleElement()
                .satisfies(there -> assertThat(there.person().id()).isEqualTo(agent.person()));
        desk.clock.moveBy(Duration.ofMinutes(1));
        assertThat(presence.list(agent, ticket.id())).isEmpty();
    }

    @Test
    void onlyTheDeskSeesIt() {
        Caller customer = desk.customer();
        Ticket theirs = desk.open(customer);
        refused(ErrorCode.RIGHT_MISSING, () -> presence.list(customer, theirs.id()));
        refused(ErrorCode.RIGHT_MISSING, () -> presence.put(customer, theirs.id(), Activity.VIEWING));
        refused(ErrorCode.NOT_FOUND, () -> presence.list(customer, ticket.id()));
        Caller plugin = Caller.plugin("x", Set.of(Right.TICKET_READ_ALL, Right.TICKET_NOTE), "x");
        refused(ErrorCode.SIGN_IN_REQUIRED, () -> presence.put(plugin, ticket.id(), Activity.VIEWING));
    }

    @Test
    void whoeverListensIsToldOfWhoComesAndOfWhoseMinuteIsOver() throws InterruptedException {
        watch.follow(told::add);
        presence.put(agent, ticket.id(), Activity.VIEWING);
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(ticket.id());
        desk.clock.moveBy(Duration.ofMinutes(2));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(ticket.id());
        assertThat(desk.happened(ticket.id()))
                .noneSatisfy(type -> assertThat(type.id()).contains("presence"));
    }
}
