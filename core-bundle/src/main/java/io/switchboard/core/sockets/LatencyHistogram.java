package io.switchboard.core.sockets;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;

/** Counts durations in buckets that grow by a quarter of their size, so that a quantile is at most 25 % too high. */
final class LatencyHistogram {
    private static final int PER_DOUBLING = 4;
    private static final int BUCKETS = 40 * PER_DOUBLING;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    void record(long nanos) {
        longest.accumulate(nanos);
        counts.incrementAndGet(bucket(nanos));
    }

    /** Returns the duration that the given share of calls did not exceed; zero if there were none. */
    Duration quantile(double share) {
        long total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            total += counts.get(i);
        }
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts.get(i);
            if (wanted > 0 && seen >= wanted) {
                return Duration.ofNanos(Math.min(upperBound(i), longest.get()));
            }
        }
        return Duration.ofNanos(longest.get());
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    private static int bucket(long nanos) {
        double doublings = Math.log(Math.max(1, nanos / 1_000.0)) / Math.log(2);
        return Math.min(BUCKETS - 1, (int) Math.ceil(doublings * PER_DOUBLING));
    }

    private static long upperBound(int bucket) {
        return (long) (1_000 * Math.pow(2, (double) bucket / PER_DOUBLING));
    }
}
