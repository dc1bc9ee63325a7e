package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.deadline.DeadlinePolicy.DeadlineAdvice;
import io.switchboard.api.deadline.DeadlinePolicy.DeadlineQuestion;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DeadlinePolicy} must do. */
public interface DeadlinePolicyContract {
    /** Returns the policy under test. */
    DeadlinePolicy testee();

    /** Every ticket has an answer: each kind once, named well, explained, with the warning before the deadline. */
    @Test
    default void givesEachKindOnceAndExplainsIt() {
        for (Ticket ticket : Checks.tickets()) {
            List<DeadlineAdvice> deadlines = testee().deadlines(question(ticket));
            assertThat(deadlines).extracting(DeadlineAdvice::kind).doesNotHaveDuplicates();
            for (DeadlineAdvice deadline : deadlines) {
                assertThat(deadline.kind()).matches("[a-z]+(_[a-z]+)*");
                assertThat(deadline.explanation()).isNotBlank();
                Instant due = deadline.dueAt();
                Instant warning = deadline.warnAt();
                if (due != null && warning != null) {
                    assertThat(warning).isBeforeOrEqualTo(due);
                }
            }
        }
    }

    /** A ticket of which nothing is known but that it is there has an answer. */
    @Test
    default void answersWithoutHistory() {
        Ticket ticket = Samples.ticket(1).build();
        assertThat(testee().deadlines(
                                new DeadlineQuestion(ticket, Samples.customer(1).build(), List.of(), Samples.NOW)))
                .isNotNull();
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        DeadlinePolicy policy = testee();
        DeadlineQuestion question = question(Samples.ticket(1).build());
        Checks.sameOnEveryThread(() -> policy.deadlines(question));
    }

    private static DeadlineQuestion question(Ticket ticket) {
        return new DeadlineQuestion(
                ticket,
                Samples.customer(1).build(),
                List.of(
                        Samples.event(ticket, 1, EventType.TICKET_OPENED),
                        Samples.event(ticket, 2, EventType.TICKET_TRIAGED)),
                ticket.createdAt().plusSeconds(60));
    }
}
