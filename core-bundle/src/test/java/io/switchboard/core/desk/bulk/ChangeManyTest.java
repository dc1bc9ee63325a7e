package io.switchboard.core.desk.bulk;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.ShelfBench;
import io.switchboard.core.desk.bulk.ChangeMany.Change;
import io.switchboard.core.desk.bulk.ChangeMany.Seen;
import io.switchboard.core.desk.bulk.ChangeMany.Summary;
import io.switchboard.core.desk.macro.Macro;
import io.switchboard.core.desk.macro.StepText;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One change to many tickets, each by its own version. */
class ChangeManyTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private ShelfBench bench;
    private DeskBench desk;
    private ChangeMany many;
    private Caller agent;

    @BeforeEach
    void begin() {
        bench = new ShelfBench(STORE);
        desk = bench.desk;
        many = new ChangeMany(desk.edit, desk.assign, desk.transition, desk.dispose, bench.apply);
        agent = desk.agent();
    }

    @Test
    void whatCannotBeDoneIsSaidAndTheOthersGoOn() {
        Ticket fine = desk.openIn(desk.customer(), Status.ASSIGNED);
        Ticket fresh = desk.open(desk.customer());
        Ticket hidden = desk.untriaged(desk.customer(), "New");
        Summary summary = many.handle(
                agent,
                List.of(
                        seen(fine),
                        seen(fresh),
                        seen(hidden),
                        new Seen(desk.openIn(desk.customer(), Status.ASSIGNED).id(), 999)),
                new Change.Move(Status.IN_PROGRESS, null, null),
                null);
        assertThat(summary.changed()).extracting(Ticket::id).containsExactly(fine.id());
        assertThat(summary.refused())
                .extracting(refusal -> refusal.why().code())
                .containsExactly(ErrorCode.ILLEGAL_TRANSITION, ErrorCode.NOT_FOUND, ErrorCode.STALE_VERSION);
    }

    @Test
    void manyAreTrashedAndGiven() {
        Ticket one = desk.open(desk.customer());
        Summary given = many.handle(agent, List.of(seen(one)), new Change.Assign(agent.person(), null), "mine");
        Ticket after = given.changed().get(0);
        assertThat(after.progress().status()).isEqualTo(Status.ASSIGNED);
        Summary trashed = many.handle(agent, List.of(seen(after)), new Change.Dispose(Disposition.TRASH), null);
        assertThat(trashed.changed().get(0).progress().disposition()).isEqualTo(Disposition.TRASH);
    }

    @Test
    void aMacroIsAppliedToEachOrNotAtAll() {
        Ticket fine = desk.open(desk.customer());
        Ticket done = desk.openIn(desk.customer(), Status.ASSIGNED, Status.RESOLVED, Status.CLOSED);
        StepText take = new StepText(null, null, new StepText.AssignStep("me", null, null), null, null, null, null);
        StepText begin = new StepText(
                null, null, null, new StepText.TransitionStep("in_progress", null, null), null, null, null);
        Item<Macro> macro = bench.macros.add(
                agent, new Label("Take", Reach.OWN, null, 0), new Macro(null, true, List.of(take, begin)));
        Summary summary = many.handle(agent, List.of(seen(fine), seen(done)), new Change.Apply(macro.id()), null);
        assertThat(summary.changed()).extracting(Ticket::id).containsExactly(fine.id());
        assertThat(summary.refused().get(0).why().details()).containsEntry("step", 2);
        assertThat(desk.now(done.id())).isEqualTo(done);
    }

    @Test
    void aTicketNamedTwiceChangesNothing() {
        Ticket one = desk.open(desk.customer());
        Change change = new Change.Dispose(Disposition.SPAM);
        refused(ErrorCode.INVALID_FIELD, () -> many.handle(agent, List.of(seen(one), seen(one)), change, null));
        refused(ErrorCode.INVALID_FIELD, () -> many.handle(agent, List.of(), change, null));
        assertThat(desk.now(one.id()).progress().disposition()).isEqualTo(Disposition.NONE);
    }

    private static Seen seen(Ticket ticket) {
        return new Seen(ticket.id(), ticket.version());
    }
}
