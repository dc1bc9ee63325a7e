package io.switchboard.intake.portal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.SwitchboardException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A public form must not be able to flood anybody. */
class FormBudgetTest {
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final FormBudget budget = new FormBudget(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            2);

    @Test
    void whatIsTooMuchWithinAnHourIsRefused() {
        budget.spend("a");
        budget.spend("a");

        assertThatThrownBy(() -> budget.spend("a")).isInstanceOf(SwitchboardException.class);
    }

    @Test
    void othersHaveABudgetOfTheirOwn() {
        budget.spend("a");
        budget.spend("a");

        assertThatCode(() -> budget.spend("b")).doesNotThrowAnyException();
    }

    @Test
    void afterAnHourThereIsRoomAgain() {
        budget.spend("a");
        budget.spend("a");
        now = now.plus(Duration.ofMinutes(61));

        assertThatCode(() -> budget.spend("a")).doesNotThrowAnyException();
    }
}
