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
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.CALL);
        failTimes(1);
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.NONE);
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
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.TRIAL);
        assertThat(breaker.ask()).as("only one trial").isEqualTo(Breaker.Permit.NONE);
        breaker.succeeded();
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.CALL);
    }

    @Test
    void aFailedProbeDoublesThePause() {
        failTimes(5);
        pass(Duration.ofSeconds(2));
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.TRIAL);
        breaker.failed();
        pass(Duration.ofSeconds(2));
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.NONE);
        pass(Duration.ofSeconds(2));
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.TRIAL);
    }

    @Test
    void aProbeThatWasNotMadeMayBeMadeByTheNext() {
        failTimes(5);
        pass(Duration.ofSeconds(2));
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.TRIAL);
        breaker.notCalled();
        assertThat(breaker.ask()).isEqualTo(Breaker.Permit.TRIAL);
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
