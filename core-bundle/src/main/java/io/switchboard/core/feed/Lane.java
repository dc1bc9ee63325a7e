package io.switchboard.core.feed;

import io.switchboard.core.store.feed.SubscriptionRow;
import io.switchboard.core.store.lease.Lease;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves one subscription on this node while it holds the lease: delivers until nothing is left, then sleeps until it is
 * woken. It uses one thread at most, and none while it sleeps.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final SubscriptionRow subscription;
    private final Executor threads;
    private final BooleanSupplier round;
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile @Nullable Lane before;
    private volatile boolean stopped;
    private volatile @Nullable Held held;

    /** A lease and until when it surely holds, by this machine's monotonic time. */
    private record Held(Lease lease, long untilNanos) {}

    /**
     * Makes a lane.
     *
     * @param before the lane that served the subscription before; it must have come to its end first
     * @param rounds makes, from the question whether the lane may go on, what delivers once and returns whether to look
     *     again
     */
    Lane(
            SubscriptionRow subscription,
            @Nullable Lane before,
            Executor threads,
            Function<BooleanSupplier, BooleanSupplier> rounds) {
        this.subscription = subscription;
        this.before = before;
        this.threads = threads;
        this.round = rounds.apply(this::mayGoOn);
    }

    SubscriptionRow subscription() {
        return subscription;
    }

    String leaseName() {
        return leaseName(subscription.number());
    }

    static String leaseName(int subscription) {
        return "feed." + subscription;
    }

    @Nullable
    Lease lease() {
        Held now = held;
        return now == null ? null : now.lease();
    }

    /** Takes note of a lease. The time is counted from before it was asked for, so it never ends later than told. */
    void hold(Lease lease, long askedAtNanos, Duration duration) {
        held = new Held(lease, askedAtNanos + duration.toNanos());
    }

    void lose() {
        held = null;
    }

    boolean mayGoOn() {
        Held now = held;
        return !stopped && now != null && System.nanoTime() < now.untilNanos() && aloneNow();
    }

    private boolean aloneNow() {
        Lane earlier = before;
        if (earlier != null && earlier.idle()) {
            before = null;
            return true;
        }
        return earlier == null;
    }

    /** Has it look for rows; returns at once. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            try {
                threads.execute(this::visit);
            } catch (RejectedExecutionException stopping) {
                wakes.set(0);
            }
        }
    }

    /** Begins nothing new; what is being delivered comes to its end. */
    void stop() {
        stopped = true;
    }

    boolean idle() {
        return wakes.get() == 0;
    }

    private void visit() {
        int seen;
        do {
            seen = wakes.get();
            try {
                while (mayGoOn() && round.getAsBoolean()) {
                    LOG.trace("{} looks again", subscription.id());
                }
            } catch (RuntimeException failure) {
                LOG.warn("Deliveries to {} pause until the next look", subscription.id(), failure);
            }
        } while (!wakes.compareAndSet(seen, 0));
    }
}
