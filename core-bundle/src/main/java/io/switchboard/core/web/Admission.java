package io.switchboard.core.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Lets in as many requests as the server can work on at once, a bounded number wait for a short while, the rest is
 * turned away at once: a busy server answers some quickly rather than all too late.
 */
public final class Admission {
    /** The request attribute that holds the {@link Place} of a request. */
    public static final String ATTRIBUTE = "io.switchboard.place";

    private final int capacity;
    private final int longestQueue;
    private final Duration patience;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final LongAdder admitted = new LongAdder();

    Admission(int capacity, int longestQueue, Duration patience) {
        this.capacity = capacity;
        this.longestQueue = longestQueue;
        this.patience = patience;
        this.places = new Semaphore(capacity);
    }

    /** Returns a place, or null if the request must be turned away. */
    @Nullable
    Place enter() {
        if (places.tryAcquire() || waitForPlace()) {
            admitted.increment();
            return new Place();
        }
        refused.increment();
        return null;
    }

    private boolean waitForPlace() {
        if (waiting.incrementAndGet() > longestQueue) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Returns how many requests are being worked on. */
    public int active() {
        return capacity - places.availablePermits();
    }

    /** Returns how many requests wait for a place. */
    public int waiting() {
        return waiting.get();
    }

    /** Returns how many requests were let in since the start. */
    public long admitted() {
        return admitted.sum();
    }

    /** Returns how many requests were turned away since the start. */
    public long refused() {
        return refused.sum();
    }

    /** The right to be worked on, given back when the request ends, or earlier when it becomes a long stream. */
    public final class Place {
        private final AtomicBoolean taken = new AtomicBoolean(true);

        /** Gives the place back; a second call does nothing. */
        public void leave() {
            if (taken.compareAndSet(true, false)) {
                places.release();
            }
        }
    }
}
