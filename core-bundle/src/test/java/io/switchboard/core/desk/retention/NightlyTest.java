package io.switchboard.core.desk.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the rules of retention are carried out. */
class NightlyTest {
    @Test
    void itIsTheNextTwoOClockAndNeverTheSameMoment() {
        assertThat(Nightly.nightAfter(Instant.parse("2026-03-01T01:59:59Z"))).isEqualTo("2026-03-01T02:00:00Z");
        assertThat(Nightly.nightAfter(Instant.parse("2026-03-01T02:00:00Z"))).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(Nightly.nightAfter(Instant.parse("2026-02-28T23:00:00Z"))).isEqualTo("2026-03-01T02:00:00Z");
    }
}
