package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link EscalationRule} must do. */
public interface EscalationRuleContract {
    /** Returns the rule under test. */
    EscalationRule testee();

    /** Every ticket has an answer; an escalation is named and explained, and asks again only later. */
    @Test
    default void explainsEveryEscalation() {
        for (Ticket ticket : Checks.tickets()) {
            testee().judge(ticket, Samples.customer(1).build(), Samples.NOW).ifPresent(escalation -> {
                Checks.line(escalation.key(), "key");
                Checks.line(escalation.explanation(), "explanation");
                Instant again = escalation.askAgainAt();
                if (again != null) {
                    assertThat(again).isAfter(Samples.NOW);
                }
            });
        }
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        EscalationRule rule = testee();
        Ticket ticket = Samples.ticket(1).build();
        Checks.sameOnEveryThread(() -> rule.judge(ticket, Samples.customer(1).build(), Samples.NOW));
    }
}
