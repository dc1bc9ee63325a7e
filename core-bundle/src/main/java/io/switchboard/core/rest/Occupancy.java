package io.switchboard.core.rest;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts who is inside something that is to end when it was closed and the last one has left. It ends exactly once, and
 * nobody enters what is closed.
 */
final class Occupancy {
    private static final int CLOSED = Integer.MIN_VALUE;

    private final Runnable end;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * Opens.
     *
     * @param end called once, by who leaves last, or closes, or ends it
     */
    Occupancy(Runnable end) {
        this.end = end;
    }

    /** The stay of one; left once, however often that is said. */
    final class Stay {
        private final AtomicBoolean stays = new AtomicBoolean(true);

        void leave() {
            if (stays.compareAndSet(true, false) && inside.decrementAndGet() == CLOSED) {
                end();
            }
        }
    }

    /** Enters; null if it is closed. */
    @Nullable
    Stay enter() {
        int before = inside.getAndUpdate(count -> count < 0 ? count : count + 1);
        return before < 0 ? null : new Stay();
    }

    /** Lets nobody in any more; a second call does nothing. */
    void close() {
        if (inside.getAndUpdate(count -> count < 0 ? count : count + CLOSED) == 0) {
            end();
        }
    }

    /** Ends it, whoever is still inside. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            try {
                end.run();
            } finally {
                over.countDown();
            }
        }
    }

    /** Waits for the end, for a time. */
    void awaitEnd(long milliseconds) {
        try {
            over.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
