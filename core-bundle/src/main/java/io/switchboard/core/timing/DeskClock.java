package io.switchboard.core.timing;

import java.time.Duration;
import java.time.Instant;

/**
 * The desk's clock, for all times that people see: events, deadlines, timers. It is the machine's clock in UTC, unless
 * the server was started with a test clock, which can be moved ahead. Leases and sessions do not use it.
 */
public interface DeskClock {
    /** Returns the time, in whole microseconds. */
    Instant now();

    /** Returns whether this is a test clock. */
    boolean movable();

    /** Returns by how much it was moved; zero unless it is a test clock. */
    Duration moved();

    /**
     * Moves a test clock ahead and wakes the timers that become due.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code policy-refused} if the server was not started
     *     with a test clock, and {@code invalid-field} for a step back or of more than 3,660 days
     */
    void moveBy(Duration step);

    /** Has the listener told after each move; it must be quick. */
    AutoCloseable onMove(Runnable listener);
}
