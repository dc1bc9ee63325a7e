package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.ThreadUse;
import io.switchboard.core.plugins.ThreadUse.OwnThread;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a plugin made for itself, those left aside on which the desk asks it.
 *
 * @param count how many there are
 * @param processor how much of a processor they used in the last two seconds: 1 is all of one, and it may be more
 * @param seconds the seconds of processor time that they have used since they began
 * @param burningSince since when they use more than a quarter of a processor without a break, or null
 * @param busiest those that used most in the last two seconds, at most ten, most first
 */
public record OwnThreadsView(
        int count,
        double processor,
        double seconds,
        @Nullable Instant burningSince,
        List<OwnThreadView> busiest) {
    private static final double THOUSAND = 1_000;

    /** Keeps a copy. */
    public OwnThreadsView {
        busiest = List.copyOf(busiest);
    }

    /**
     * A thread.
     *
     * @param processor how much of a processor it used in the last two seconds, from 0 to 1
     * @param seconds the seconds of processor time that it has used since it began
     */
    public record OwnThreadView(String name, double processor, double seconds) {
        static OwnThreadView of(OwnThread thread) {
            return new OwnThreadView(thread.name(), rounded(thread.processor()), rounded(thread.seconds()));
        }
    }

    static OwnThreadsView of(ThreadUse use) {
        return new OwnThreadsView(
                use.count(),
                rounded(use.processor()),
                rounded(use.seconds()),
                use.burningSince(),
                use.busiest().stream().map(OwnThreadView::of).toList());
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
