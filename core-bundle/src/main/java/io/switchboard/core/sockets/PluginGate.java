package io.switchboard.core.sockets;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The way into one plugin: a bounded number of threads may be inside it at a time. */
final class PluginGate {
    /** How many calls may be inside one plugin, hanging ones included. */
    static final int BULKHEAD = 16;

    final Map<String, CallRecord> records = new ConcurrentHashMap<>();
    final Set<PluginCall<?, ?>> hanging = ConcurrentHashMap.newKeySet();
    private final Semaphore permits = new Semaphore(BULKHEAD);

    CallRecord record(String socket) {
        return records.computeIfAbsent(socket, id -> new CallRecord());
    }

    /** Waits for a free place, but not if hanging calls took them all. */
    boolean enter(long nanos) throws InterruptedException {
        if (permits.tryAcquire()) {
            return true;
        }
        return hanging.size() < BULKHEAD && permits.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    }

    void leave() {
        permits.release();
    }

    boolean quarantined() {
        return !hanging.isEmpty() && hanging.stream().anyMatch(PluginCall::burning);
    }
}
