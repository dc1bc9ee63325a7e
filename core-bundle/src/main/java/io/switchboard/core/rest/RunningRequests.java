package io.switchboard.core.rest;

import io.switchboard.core.store.idempotency.IdempotencyRow;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The requests with a key that this node is carrying out, so that the same ones that come meanwhile wait for them. */
final class RunningRequests {
    private final Map<Name, CountDownLatch> running = new ConcurrentHashMap<>();

    private record Name(String caller, String path, String key) {
        static Name of(IdempotencyRow request) {
            return new Name(request.caller(), request.path(), request.idempotencyKey());
        }
    }

    /** Begins a request; false if one is running under its key. */
    boolean begin(IdempotencyRow request) {
        return running.putIfAbsent(Name.of(request), new CountDownLatch(1)) == null;
    }

    /** Ends a request that was begun. */
    void end(IdempotencyRow request) {
        CountDownLatch latch = running.remove(Name.of(request));
        if (latch != null) {
            latch.countDown();
        }
    }

    /** Waits until the request that runs under the same key has ended; false if it has not within the time. */
    boolean awaitEnd(IdempotencyRow request, Duration patience) {
        CountDownLatch latch = running.get(Name.of(request));
        try {
            return latch == null || latch.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
