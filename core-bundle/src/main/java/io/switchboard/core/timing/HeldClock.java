package io.switchboard.core.timing;

import java.time.Instant;

/**
 * The desk's clock as the demo moves it: it stands at one time until it is moved on, and runs again when it is let go.
 * Nothing else uses it, and nobody can reach it over HTTP.
 */
public interface HeldClock {
    /** The name of the setting from which a desk that starts takes the time at which its clock stands. */
    String SETTING = "clock.held";

    /** Has the clock stand at a time from now on, and wakes the timers that are due then. */
    void hold(Instant at);

    /** Lets the clock run on as before, and wakes the timers that are due. */
    void release();
}
