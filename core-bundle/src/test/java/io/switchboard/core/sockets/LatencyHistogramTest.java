package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void withoutCallsEverythingIsZero() {
        assertThat(histogram.quantile(0.99)).isZero();
    }

    @Test
    void aQuantileIsAtMostAQuarterTooHigh() {
        for (int i = 1; i <= 1_000; i++) {
            histogram.record(Duration.ofMillis(i).toNanos());
        }
        assertThat(histogram.quantile(0.5)).isBetween(Duration.ofMillis(500), Duration.ofMillis(625));
        assertThat(histogram.quantile(0.99)).isBetween(Duration.ofMillis(990), Duration.ofMillis(1_000));
        assertThat(histogram.longest()).isEqualTo(Duration.ofSeconds(1));
    }
}
