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
    private final LongAdder calls = new LongAdder();
    private final AtomicLongArray failures = new AtomicLongArray(Answer.Kind.values().length);
    private final LatencyHistogram latency = new LatencyHistogram();
    private final Deque<CallFigures.Failure> lastFailures = new ArrayDeque<>();

    void answered(long nanos) {
        calls.increment();
        latency.record(nanos);
        breaker.succeeded();
    }

    void failed(Answer.Kind kind, String message, long nanos) {
        calls.increment();
        latency.record(nanos);
        count(kind, message);
        breaker.failed();
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
