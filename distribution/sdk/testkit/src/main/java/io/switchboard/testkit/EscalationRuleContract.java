package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.escalation.EscalationQuestion;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EscalationRule} must do. */
public interface EscalationRuleContract {
    /** The longest key. */
    int KEY = 100;

    /** For how long nothing was done to the tickets. */
    List<Duration> IDLE = List.of(Duration.ZERO, Duration.ofHours(9), Duration.ofDays(400));

    /** Returns the rule under test. */
    EscalationRule testee();

    /** Every ticket has an answer; an escalation is named and explained, and asks again only later. */
    @Test
    default void explainsEveryEscalation() {
        for (Ticket ticket : Checks.tickets()) {
            for (Duration idle : IDLE) {
                testee().judge(question(ticket, idle)).ifPresent(escalation -> {
                    Checks.line(escalation.key(), "key");
                    assertThat(escalation.key()).hasSizeLessThanOrEqualTo(KEY);
                    Checks.line(escalation.explanation(), "explanation");
                    Instant again = escalation.askAgainAt();
                    if (again != null) {
                        assertThat(again).isAfter(Samples.NOW);
                    }
                    assertThat(escalation.due() || again != null)
                            .as("it is due, or says when to ask again")
                            .isTrue();
                });
            }
        }
    }

    /** Whatever is due stays due under the same key while nothing happens: so it escalates once, however often it is asked. */
    @Test
    default void namesTheSameEscalationByTheSameKey() {
        for (Ticket ticket : Checks.tickets()) {
            for (Duration idle : IDLE) {
                EscalationQuestion question = question(ticket, idle);
                assertThat(testee().judge(question)).isEqualTo(testee().judge(question));
            }
        }
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        EscalationRule rule = testee();
        EscalationQuestion question = question(Samples.ticket(1).build(), Duration.ofDays(3));
        Checks.sameOnEveryThread(() -> rule.judge(question));
    }

    private static EscalationQuestion question(Ticket ticket, Duration idle) {
        return new EscalationQuestion(ticket, Samples.customer(1).build(), Samples.NOW.minus(idle), Samples.NOW);
    }
}
