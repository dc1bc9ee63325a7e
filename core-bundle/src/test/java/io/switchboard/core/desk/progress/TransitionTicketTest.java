package io.switchboard.core.desk.progress;

import static io.switchboard.core.desk.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.switchboard.api.desk.NewMessage;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.TransitionGuard;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.ResolutionKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.DeskBench;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.progress.TransitionTicket.Command;
import io.switchboard.core.store.StoreTestbed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moving tickets along their lifecycle (ST1, CS1, WO5). */
class TransitionTicketTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private DeskBench desk;
    private Caller customer;
    private Caller agent;

    @BeforeEach
    void begin() {
        desk = new DeskBench(STORE);
        customer = desk.customer();
        agent = desk.agent();
    }

    @Test
    void anIllegalEdgeListsTheLegalOnesAndChangesNothing() {
        Ticket ticket = desk.open(customer);
        SwitchboardException refusal =
                refused(ErrorCode.ILLEGAL_TRANSITION, () -> move(agent, ticket, Status.CLOSED, null));
        assertThat(refusal.details()).extractingByKey("legal", LIST).containsExactly("assigned");
        assertThat(desk.now(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void toResolveSomebodySaysHow() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        SwitchboardException refusal =
                refused(ErrorCode.INVALID_FIELD, () -> move(agent, ticket, Status.RESOLVED, null));
        assertThat(refusal.fields().get(0).field()).isEqualTo("resolution");
        Resolution fix = new Resolution(ResolutionKind.FIX, "new rollers", null, null, null, null);
        Ticket resolved = move(agent, ticket, Status.RESOLVED, fix);
        assertThat(resolved.resolution()).isEqualTo(fix);
        assertThat(desk.happened(ticket.id())).contains(EventType.TICKET_RESOLVED, EventType.TICKET_EDITED);
    }

    @Test
    void closingWithoutAConfirmationSaysSo() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        Ticket closed = move(agent, ticket, Status.CLOSED, null);
        assertThat(closed.resolution()).extracting(Resolution::closure).isEqualTo(ClosureReason.NOT_CONFIRMED);
    }

    @Test
    void aTicketIsClosedForAReasonAndOpenedAgainWithoutOne() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED, Status.RESOLVED);
        Ticket closed = close(ticket, ClosureReason.DUPLICATE);
        assertThat(closed.resolution()).extracting(Resolution::closure).isEqualTo(ClosureReason.DUPLICATE);
        assertThat(desk.events(ticket.id()))
                .anySatisfy(event ->
                        assertThat(event.changes()).contains(new FieldChange("resolution.closure", null, "duplicate")));
        Ticket reopened = move(agent, ticket, Status.REOPENED, null);
        assertThat(reopened.resolution()).extracting(Resolution::closure).isNull();
        move(agent, ticket, Status.RESOLVED, null);
        assertThat(close(ticket, ClosureReason.WITHDRAWN).resolution())
                .extracting(Resolution::closure)
                .isEqualTo(ClosureReason.WITHDRAWN);
    }

    @Test
    void aReasonToCloseGivenWhenSolvedStaysWhenClosed() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        Resolution other = new Resolution(ResolutionKind.OTHER, "see the other", null, null, null, null);
        Precondition any = Precondition.any();
        desk.transition.handle(
                agent, new Command(ticket.id(), any, Status.RESOLVED, null, other, ClosureReason.DUPLICATE));
        assertThat(move(agent, ticket, Status.CLOSED, null).resolution())
                .extracting(Resolution::closure)
                .isEqualTo(ClosureReason.DUPLICATE);
        Ticket open = desk.openIn(customer, Status.ASSIGNED);
        refused(
                ErrorCode.INVALID_FIELD,
                () -> desk.transition.handle(
                        agent, new Command(open.id(), any, Status.IN_PROGRESS, null, null, ClosureReason.WITHDRAWN)));
    }

    @Test
    void whoWaitsMaySleepUntilATime() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        Instant until = desk.clock.now().plus(Duration.ofDays(3));
        assertThat(wait(ticket, Status.WAITING_FOR_CUSTOMER, until).progress().postponedUntil())
                .isEqualTo(until);
        assertThat(move(agent, ticket, Status.IN_PROGRESS, null).progress().postponedUntil())
                .isNull();
    }

    @Test
    void aTimeToSleepUntilIsAheadAndGoesWithWaitingOnly() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        Instant now = desk.clock.now();
        for (ThrowingCallable wrong : List.<ThrowingCallable>of(
                () -> wait(ticket, Status.IN_PROGRESS, now.plusSeconds(60)),
                () -> wait(ticket, Status.WAITING_FOR_CUSTOMER, now.minusSeconds(60)),
                () -> wait(ticket, Status.WAITING_FOR_CUSTOMER, now.plus(Duration.ofDays(4000))))) {
            assertThat(refused(ErrorCode.INVALID_FIELD, wrong).fields().get(0).field())
                    .isEqualTo("until");
        }
        assertThat(desk.now(ticket.id())).isEqualTo(ticket);
    }

    private Ticket wait(Ticket ticket, Status to, Instant until) {
        return desk.transition.handle(
                agent, new Command(ticket.id(), Precondition.any(), to, null, null, null, null, until));
    }

    private Ticket close(Ticket ticket, ClosureReason reason) {
        return desk.transition.handle(
                agent, new Command(ticket.id(), Precondition.any(), Status.CLOSED, null, null, reason));
    }

    @Test
    void guardsRefuseWithAllThatIsMissing() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        desk.registry.add(
                TransitionGuard.class,
                "require-time",
                question -> GuardVerdict.refuse("time-missing", "Record your time", "time"),
                Map.of());
        desk.registry.add(
                TransitionGuard.class,
                "require-cause",
                question -> GuardVerdict.refuse("cause-missing", "Say the root cause", "resolution.rootCause"),
                Map.of());
        SwitchboardException refusal =
                refused(ErrorCode.GUARD_REFUSED, () -> move(agent, ticket, Status.IN_PROGRESS, null));
        assertThat(refusal).hasMessageContaining("Record your time").hasMessageContaining("Say the root cause");
        assertThat(refusal.details()).extractingByKey("reasons", LIST).hasSize(2);
        assertThat(desk.now(ticket.id()).progress().status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void aGuardThatThrowsPermitsAndIsNamedInTheHistory() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        desk.registry.add(
                TransitionGuard.class,
                "broken",
                question -> {
                    throw new IllegalStateException("out of order");
                },
                Map.of());
        move(agent, ticket, Status.IN_PROGRESS, null);
        desk.post.handle(
                agent,
                ticket.id(),
                Precondition.any(),
                NewMessage.of(MessageKind.REPLY, "Which?", "api").then(Status.WAITING_FOR_CUSTOMER));
        assertThat(desk.events(ticket.id()))
                .filteredOn(event -> event.type() == EventType.PLUGIN_REMARKED)
                .hasSize(2)
                .extracting(TicketEvent::data)
                .allSatisfy(data -> assertThat(data).containsEntry("plugin", "broken"));
    }

    @Test
    void aStaleVersionChangesNothing() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        move(agent, ticket, Status.IN_PROGRESS, null);
        refused(
                ErrorCode.STALE_VERSION,
                () -> desk.transition.handle(
                        agent,
                        new Command(
                                ticket.id(),
                                Precondition.version(ticket.version()),
                                Status.WAITING_FOR_CUSTOMER,
                                null,
                                null,
                                null)));
        assertThat(desk.now(ticket.id()).progress().status()).isEqualTo(Status.IN_PROGRESS);
    }

    @Test
    void aCustomerMovesNothing() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        refused(ErrorCode.RIGHT_MISSING, () -> move(customer, ticket, Status.IN_PROGRESS, null));
        refused(ErrorCode.NOT_FOUND, () -> move(desk.customer(), ticket, Status.IN_PROGRESS, null));
    }

    @Test
    void whatLiesInTheTrashIsRestoredFirst() {
        Ticket ticket = desk.openIn(customer, Status.ASSIGNED);
        desk.dispose.handle(agent, ticket.id(), Precondition.any(), Disposition.TRASH, "twice");
        refused(ErrorCode.TICKET_NOT_CHANGEABLE, () -> move(agent, ticket, Status.IN_PROGRESS, null));
        desk.dispose.handle(agent, ticket.id(), Precondition.any(), Disposition.NONE, null);
        assertThat(move(agent, ticket, Status.IN_PROGRESS, null).progress().status())
                .isEqualTo(Status.IN_PROGRESS);
    }

    private Ticket move(Caller caller, Ticket ticket, Status to, @Nullable Resolution resolution) {
        return desk.transition.handle(
                caller, new Command(ticket.id(), Precondition.any(), to, "because", resolution, null));
    }
}
