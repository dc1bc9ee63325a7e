package io.switchboard.core.desk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.NextUpdateTimer;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.notification.NotificationRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a customer is to hear of their ticket (CO3). */
class NextUpdateTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final Duration HOUR = Duration.ofHours(1);

    private DeskBench desk;
    private RemindOfUpdate reminder;
    private TeamId team;
    private Caller agent;
    private Ticket ticket;
    private Instant promised;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        reminder = new RemindOfUpdate(
                STORE.transactions(), desk.tickets, desk.watchers, desk.notify, desk.lifecycle, desk.clock);
        team = desk.team();
        agent = desk.agent(team);
        ticket = assign(self(agent));
        promised = desk.clock.now().plus(HOUR);
        promise(promised);
    }

    @Test
    void theAssigneeIsRemindedOnceWhenTheTimeHasCome() {
        assertThat(desk.timers.due).containsEntry(timer(), promised);
        ring();
        assertThat(told(agent)).isEmpty();
        desk.clock.moveBy(HOUR);
        ring();
        ring();
        assertThat(told(agent)).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo("update_due");
            assertThat(row.madeAt()).isEqualTo(promised);
            assertThat(row.causedBy()).isNull();
        });
    }

    @Test
    void aTimeThatWasMovedIsRemindedOfAgain() {
        desk.clock.moveBy(HOUR);
        ring();
        promise(promised.plus(HOUR));
        assertThat(desk.timers.due).containsEntry(timer(), promised.plus(HOUR));
        ring();
        assertThat(told(agent)).hasSize(1);
        desk.clock.moveBy(HOUR);
        ring();
        assertThat(told(agent)).hasSize(2);
    }

    @Test
    void whileNobodyIsAssignedTheTeamIsReminded() {
        ticket = assign(null);
        Caller colleague = desk.agent(team);
        desk.clock.moveBy(HOUR);
        ring();
        assertThat(told(agent)).hasSize(1);
        assertThat(told(colleague)).hasSize(1);
    }

    @Test
    void nobodyIsRemindedOfWhatIsDoneOrSetAside() {
        desk.clock.moveBy(HOUR);
        desk.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().disposition(Disposition.TRASH);
            return true;
        });
        ring();
        assertThat(told(agent)).isEmpty();
    }

    @Test
    void aReplyIsTheUpdateThatWasDueAndOneBeforeItsTimeIsNot() {
        desk.say(agent, ticket, MessageKind.REPLY, "You hear from us in an hour");
        assertThat(desk.now(ticket.id()).nextUpdateDueAt()).isEqualTo(promised);
        desk.clock.moveBy(HOUR);
        desk.say(agent, ticket, MessageKind.NOTE, "Nothing yet");
        assertThat(desk.now(ticket.id()).nextUpdateDueAt()).isEqualTo(promised);
        desk.say(agent, ticket, MessageKind.REPLY, "It is on its way");
        assertThat(desk.now(ticket.id()).nextUpdateDueAt()).isNull();
        assertThat(desk.timers.due).doesNotContainKey(timer());
        assertThat(desk.happened(ticket.id())).contains(EventType.TICKET_EXPECTATION_CHANGED);
        ring();
        assertThat(told(agent)).isEmpty();
    }

    private void promise(Instant at) {
        desk.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().nextUpdateDueAt(at);
            return true;
        });
    }

    private Ticket assign(@Nullable PersonId assignee) {
        return desk.assign.handle(
                Caller.system("test"),
                new AssignTicket.Command(
                        ticket == null ? desk.open(desk.customer()).id() : ticket.id(),
                        Precondition.any(),
                        assignee,
                        team,
                        null));
    }

    private void ring() {
        reminder.ring(ticket.id().toString(), promised);
    }

    private String timer() {
        return NextUpdateTimer.KIND + " " + ticket.id();
    }

    private List<NotificationRow> told(Caller caller) {
        return STORE.transactions().read(() -> desk.notifications.of(self(caller), false, null, 100));
    }

    private static PersonId self(Caller caller) {
        return Objects.requireNonNull(caller.person());
    }
}
