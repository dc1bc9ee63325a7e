package io.switchboard.core.sockets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The way into one plugin: a bounded number of threads may be inside it at a time. */
final class PluginGate {
    /** How many calls may be inside one plugin, hanging ones included. */
    static final int BULKHEAD = 16;

    private static final int LOOKS_BURNING = 3;
    private static final int LOOKS_FULL = 30;
    private static final Set<String> ANSWER_BY_THEMSELVES = Socket.ALL.stream()
            .filter(socket -> socket.kind() == SocketKind.ADVISOR || socket.kind() == SocketKind.GUARD)
            .map(Socket::id)
            .collect(Collectors.toUnmodifiableSet());

    final Map<String, CallRecord> records = new ConcurrentHashMap<>();
    final Set<PluginCall<?, ?>> hanging = ConcurrentHashMap.newKeySet();
    private final Semaphore permits = new Semaphore(BULKHEAD);
    private int looksBurning;
    private int looksFull;

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

    /**
     * Takes note of what the calls that hang do; is called every other second. They burn the processor if they used more than a
     * quarter of one since the last look, all together, since many that burn have little of it each. Who goes on burning gives
     * way to the others.
     */
    synchronized void look(long nanosSinceLastLook) {
        Map<PluginCall<?, ?>, Long> used = new HashMap<>();
        hanging.forEach(call -> used.put(call, call.usedSinceLastLook()));
        long all = used.values().stream().mapToLong(Long::longValue).sum();
        boolean burning = all > nanosSinceLastLook / 4;
        used.forEach((call, nanos) -> call.burns(burning && nanos > all / (2 * BULKHEAD)));
        looksBurning = burning ? looksBurning + 1 : 0;
        if (looksBurning >= LOOKS_BURNING) {
            hanging.stream().filter(PluginCall::burning).forEach(PluginCall::giveWay);
        }
        looksFull = hanging.size() >= BULKHEAD ? looksFull + 1 : 0;
    }

    /** Returns why the plugin had better not be asked any more, or nothing. */
    synchronized Optional<String> suspicion(int openings) {
        if (looksBurning >= LOOKS_BURNING) {
            return Optional.of("It burned the processor for seconds in a call that was cut");
        }
        if (looksFull >= LOOKS_FULL) {
            return Optional.of("None of the " + BULKHEAD + " threads that it may have came back for a minute");
        }
        return records.entrySet().stream()
                .filter(record -> ANSWER_BY_THEMSELVES.contains(record.getKey())
                        && record.getValue().openingsInARow() >= openings)
                .map(record -> "It failed at " + record.getKey() + " whenever it was tried again, " + openings
                        + " times; at last it " + record.getValue().lastFailure())
                .sorted()
                .findFirst();
    }

    synchronized void forgive() {
        looksBurning = 0;
        looksFull = 0;
        records.values().forEach(CallRecord::forgive);
    }
}
