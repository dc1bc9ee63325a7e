package io.switchboard.core.timing;

import java.time.Instant;

/**
 * What rings when timers of one kind are due; an OSGi service of a part of the core. An exception has the timer ring
 * again, with growing pauses from 1 second to 10 minutes.
 */
public interface TimerKind {
    /** Returns the id, for example {@code wake-ticket}; unique in the desk. */
    String id();

    /**
     * Acts on a timer that is due. It runs outside a transaction, on a thread of the timers, one call per subject at a
     * time.
     *
     * @param subject what it is about
     * @param due when it was due, which may be a while ago
     */
    void ring(String subject, Instant due);
}
