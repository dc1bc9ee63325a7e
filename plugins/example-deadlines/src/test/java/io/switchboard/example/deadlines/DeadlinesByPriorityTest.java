package io.switchboard.example.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.deadline.DeadlinePolicy.DeadlineAdvice;
import io.switchboard.api.deadline.DeadlinePolicy.DeadlineQuestion;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.DeadlinePolicyContract;
import io.switchboard.testkit.data.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlinesByPriorityTest implements DeadlinePolicyContract {
    private static final Instant OPENED = Instant.parse("2026-03-10T12:00:00Z");

    @Override
    public DeadlinesByPriority testee() {
        return new DeadlinesByPriority(
                Collections.nCopies(4, Duration.ofMinutes(30)),
                List.of(Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24), Duration.ofHours(72)),
                Set.of("waiting_for_customer"));
    }

    private static Ticket ticket(Priority priority, Status status, Instant since) {
        return Samples.ticket(1)
                .priority(priority)
                .times(OPENED, OPENED)
                .move(status, since)
                .build();
    }

    private DeadlineAdvice ask(String kind, Ticket ticket, Instant now, TicketEvent... history) {
        return testee()
                .deadlines(new DeadlineQuestion(ticket, Samples.customer(1).build(), Arrays.asList(history), now))
                .stream()
                .filter(deadline -> deadline.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Instant after(int hours) {
        return OPENED.plus(Duration.ofHours(hours));
    }

    private static TicketEvent event(EventType type, Instant at, String to) {
        TicketEvent event = Samples.event(Samples.ticket(1).build(), 1, type);
        List<FieldChange> changes = to.isEmpty() ? List.of() : List.of(new FieldChange("status", null, to));
        return new TicketEvent(
                event.id(), event.ticket(), 1, type, event.actor(), at, changes, null, null, event.data());
    }

    @Test
    void theFirstAnswerMeetsItsDeadlineAndNoLaterOne() {
        Ticket ticket = ticket(Priority.P2, Status.IN_PROGRESS, OPENED);

        DeadlineAdvice open = ask("first_response", ticket, after(1));
        assertThat(open.dueAt()).isEqualTo(OPENED.plusSeconds(1800));
        assertThat(open.warnAt()).isEqualTo(OPENED.plusSeconds(1440));
        assertThat(open.metAt()).isNull();
        assertThat(open.explanation()).isEqualTo("P2 is to be answered within 30 min of its opening");

        DeadlineAdvice met = ask(
                "first_response",
                ticket,
                after(4),
                event(EventType.MESSAGE_SENT, after(2), ""),
                event(EventType.MESSAGE_SENT, after(3), ""));
        assertThat(met.metAt()).isEqualTo(after(2));
    }

    @Test
    void theSolutionIsDueByPriority() {
        assertThat(ask("resolution", ticket(Priority.P1, Status.NEW, OPENED), after(1))
                        .dueAt())
                .isEqualTo(after(4));
        assertThat(ask("resolution", ticket(Priority.P4, Status.NEW, OPENED), after(1))
                        .dueAt())
                .isEqualTo(after(72));
    }

    @Test
    void whileTheCustomerHasTheMoveTheTimeStandsStillAndGoesOnAfterwards() {
        TicketEvent asked = event(EventType.TICKET_TRANSITIONED, after(1), "waiting_for_customer");
        TicketEvent back = event(EventType.TICKET_TRANSITIONED, after(27), "in_progress");

        DeadlineAdvice waiting =
                ask("resolution", ticket(Priority.P1, Status.WAITING_FOR_CUSTOMER, after(1)), after(2), asked);
        assertThat(waiting.dueAt()).isNull();
        assertThat(waiting.explanation()).contains("plus 1 h", "stands still in the status waiting_for_customer");

        DeadlineAdvice on =
                ask("resolution", ticket(Priority.P1, Status.IN_PROGRESS, after(27)), after(28), asked, back);
        assertThat(on.dueAt()).isEqualTo(after(4 + 26));
        assertThat(on.explanation()).contains("plus 1 d 2 h in which the time stood still");
    }

    @Test
    void whatIsSolvedIsMetSinceThenAndWhatIsReopenedIsNot() {
        assertThat(ask("resolution", ticket(Priority.P1, Status.RESOLVED, after(3)), after(9))
                        .metAt())
                .isEqualTo(after(3));
        assertThat(ask("resolution", ticket(Priority.P1, Status.REOPENED, after(5)), after(9))
                        .metAt())
                .isNull();
    }
}
