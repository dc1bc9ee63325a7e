package io.switchboard.core.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong time = new AtomicLong();
    private final Breaker breaker = new Breaker(time::get);

    @Test
    void fiveFailuresInARowOpenIt() {
        failTimes(4);
        assertThat(breaker.permits()).isTrue();
        failTimes(1);
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void halfOfTheLastTwentyOpenIt() {
        for (int i = 0; i < 10; i++) {
            assertThat(breaker.state()).isEqualTo(Breaker.State.CLOSED);
            breaker.succeeded();
            breaker.failed();
        }
        assertThat(breaker.state()).isEqualTo(Breaker.State.OPEN);
    }

    @Test
    void afterAPauseOneCallProbesAndClosesIt() {
        failTimes(5);
        pass(Duration.ofSeconds(2));
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.permits()).as("only one probe").isFalse();
        breaker.succeeded();
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void aFailedProbeDoublesThePause() {
        failTimes(5);
        pass(Duration.ofSeconds(2));
        assertThat(breaker.permits()).isTrue();
        breaker.failed();
        pass(Duration.ofSeconds(2));
        assertThat(breaker.permits()).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void aProbeThatWasNotMadeMayBeMadeByTheNext() {
        failTimes(5);
        pass(Duration.ofSeconds(2));
        assertThat(breaker.permits()).isTrue();
        breaker.notCalled();
        assertThat(breaker.permits()).isTrue();
    }

    private void failTimes(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }
}
