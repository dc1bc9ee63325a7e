package io.switchboard.core.people.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // by the clock of Berlin, two hours ahead
        "2026-07-01T19:59:00Z, 2026-07-01T19:59:00Z",
        "2026-07-01T20:00:00Z, 2026-07-02T05:00:00Z",
        "2026-07-01T23:30:00Z, 2026-07-02T05:00:00Z",
        "2026-07-02T05:00:00Z, 2026-07-02T05:00:00Z",
    })
    void theNightGoesOverMidnight(Instant now, Instant next) {
        assertThat(hours("22:00", "07:00").next(now, BERLIN)).isEqualTo(next);
    }

    @Test
    void aRestAtNoonEndsTheSameDay() {
        QuietHours noon = hours("12:00", "13:00");
        assertThat(noon.next(Instant.parse("2026-07-01T10:30:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-07-01T11:00:00Z"));
        assertThat(noon.next(Instant.parse("2026-07-01T11:00:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-07-01T11:00:00Z"));
    }

    /** At two o'clock the clocks of that night are put on to three. */
    @Test
    void anHourThatDoesNotExistIsTheNextOneThatDoes() {
        assertThat(hours("01:00", "02:30").next(Instant.parse("2026-03-29T00:30:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    private static QuietHours hours(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
