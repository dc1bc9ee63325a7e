package io.switchboard.core.sockets;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Breaker, counts and latencies of one plugin at one socket. */
final class CallRecord {
    private static final int KEPT_FAILURES = 10;

    final Breaker breaker = new Breaker(System::nanoTime);
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger openingsInARow = new AtomicInteger();
    private final LongAdder calls = new LongAdder();
    private final AtomicLongArray failures = new AtomicLongArray(Answer.Kind.values().length);
    private final LatencyHistogram latency = new LatencyHistogram();
    private final Deque<CallFigures.Failure> lastFailures = new ArrayDeque<>();

    void answered(long nanos) {
        calls.increment();
        latency.record(nanos);
        breaker.succeeded();
        openingsInARow.set(0);
    }

    void failed(Answer.Kind kind, String message, long nanos) {
        calls.increment();
        latency.record(nanos);
        count(kind, message);
        synchronized (this) {
            boolean open = breaker.state() == Breaker.State.OPEN;
            breaker.failed();
            if (!open && breaker.state() == Breaker.State.OPEN) {
                openingsInARow.incrementAndGet();
            }
        }
    }

    /** Returns how often the breaker has opened since the last answer. */
    int openingsInARow() {
        return openingsInARow.get();
    }

    void forgive() {
        openingsInARow.set(0);
    }

    /** Returns how the last call failed that was made, for the middle of a sentence. */
    String lastFailure() {
        synchronized (lastFailures) {
            return lastFailures.stream()
                    .filter(failure -> failure.kind() != Answer.Kind.REJECTED)
                    .findFirst()
                    .map(CallFigures.Failure::message)
                    .orElse("did not answer");
        }
    }

    void rejected(String message) {
        calls.increment();
        count(Answer.Kind.REJECTED, message);
    }

    private void count(Answer.Kind kind, String message) {
        failures.incrementAndGet(kind.ordinal());
        synchronized (lastFailures) {
            if (lastFailures.size() == KEPT_FAILURES) {
                lastFailures.removeLast();
            }
            lastFailures.addFirst(new CallFigures.Failure(Instant.now(), kind, message));
        }
    }

    CallFigures figures(String plugin, String socket) {
        Map<Answer.Kind, Long> counts = new EnumMap<>(Answer.Kind.class);
        for (Answer.Kind kind : Answer.Kind.values()) {
            counts.put(kind, failures.get(kind.ordinal()));
        }
        List<CallFigures.Failure> latest;
        synchronized (lastFailures) {
            latest = new ArrayList<>(lastFailures);
        }
        return new CallFigures(
                plugin,
                socket,
                calls.sum(),
                counts,
                latency.quantile(0.5),
                latency.quantile(0.99),
                latency.longest(),
                breaker.state().name().toLowerCase(Locale.ROOT),
                running.get(),
                hanging.get(),
                latest);
    }
}
