package io.switchboard.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void aRoundIsToldByRateTimesAndProcessorTime() {
        long[] milliseconds =
                LongStream.rangeClosed(1, 100).map(time -> time * 1_000_000).toArray();

        Figures figures = Figures.of(milliseconds, Duration.ofSeconds(2), Duration.ofMillis(300), 4);

        assertThat(figures).isEqualTo(new Figures(50, 51, 100, 3, 4));
    }

    @Test
    void aRoundInWhichNothingWasFinishedHasNoTimes() {
        assertThat(Figures.of(new long[0], Duration.ofSeconds(1), Duration.ZERO, 7))
                .isEqualTo(new Figures(0, 0, 0, 0, 7));
    }

    @Test
    void theMiddleRoundCountsWithTheFailuresOfAll() {
        assertThat(Figures.median(List.of(rate(9, 1), rate(1, 0), rate(5, 2)))).isEqualTo(rate(5, 3));
    }

    private static Figures rate(double perSecond, long failures) {
        return new Figures(perSecond, 1, 2, 3, failures);
    }
}
