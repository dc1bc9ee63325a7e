package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.testkit.fake.ManualClockwork.SetTimer;
import org.junit.jupiter.api.Test;

/** What every {@link Clockwork.Alarm} must do. */
public interface AlarmContract {
    /** Returns the alarm under test; the same one at each call within a test. */
    Clockwork.Alarm testee();

    /** Returns a timer as the plugin sets it. */
    SetTimer timer();

    /** Returns what the alarm has done to the world so far, as a value that can be compared. */
    Object effect();

    /** A timer rings at least once: what was done is not done again. */
    @Test
    default void doesNothingTwice() throws Exception {
        SetTimer timer = timer();
        testee().ring(timer.key(), timer.ticket(), timer.payload());
        Object once = effect();
        testee().ring(timer.key(), timer.ticket(), timer.payload());
        assertThat(effect()).isEqualTo(once);
    }

    /** A timer that an earlier version of the plugin set may still ring. */
    @Test
    default void bearsAnUnknownKey() throws Exception {
        Object before = effect();
        testee().ring("unheard-of", null, "");
        assertThat(effect()).isEqualTo(before);
    }
}
