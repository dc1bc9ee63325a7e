package io.switchboard.core.plugins;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The threads of its own that a plugin had when it was last looked at, those left aside on which the desk asks it.
 *
 * @param count how many there were
 * @param processor how much of a processor they used since the look before: 1 is all of one, and it may be more
 * @param seconds the processor time that those which are alive have used since they began
 * @param burningSince since when they have used more than a quarter of a processor without a break, or null
 * @param busiest those that used most since the look before, at most ten, most first
 */
public record ThreadUse(
        int count,
        double processor,
        double seconds,
        @Nullable Instant burningSince,
        List<OwnThread> busiest) {
    /** Of one that has none. */
    static final ThreadUse NONE = new ThreadUse(0, 0, 0, null, List.of());

    /** Keeps a copy. */
    public ThreadUse {
        busiest = List.copyOf(busiest);
    }

    /**
     * A thread.
     *
     * @param processor how much of a processor it used since the look before, from 0 to 1
     * @param seconds the processor time that it has used since it began
     */
    public record OwnThread(String name, double processor, double seconds) {}
}
