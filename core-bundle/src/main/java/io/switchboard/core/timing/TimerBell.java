package io.switchboard.core.timing;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.lease.Lease;
import io.switchboard.core.store.lease.Leases;
import io.switchboard.core.store.lease.NodeIdentity;
import io.switchboard.core.store.timer.TimerRow;
import io.switchboard.core.store.timer.TimerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings timers that are due, on the one node that holds the lease: looks every second, and at once when the clock was
 * moved. Timers of one kind ring one after the other, kinds side by side, so that a slow one delays only its own.
 */
@Component(service = TimerBell.class, immediate = true)
public final class TimerBell {
    private static final Logger LOG = LoggerFactory.getLogger(TimerBell.class);
    private static final String LEASE = "timers";
    private static final Duration LEASE_DURATION = Duration.ofSeconds(15);
    private static final long RENEW_BEFORE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration ALARM_LIMIT = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final TimerStore store;
    private final DeskClock clock;
    private final Leases leases;
    private final NodeIdentity node;
    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final Map<String, TimerKind> kinds = new ConcurrentHashMap<>();
    private final Set<String> ringing = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> thread(work, "timers"));
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(work -> thread(work, "timer look-out"));
    private final AutoCloseable moves;
    private final AutoCloseable alarms;
    private volatile @Nullable Lease lease;
    private volatile long leaseUntil;

    /** Begins to ring. */
    @Activate
    public TimerBell(
            @Reference Transactions transactions,
            @Reference TimerStore store,
            @Reference DeskClock clock,
            @Reference Leases leases,
            @Reference NodeIdentity node,
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.leases = leases;
        this.node = node;
        this.registry = registry;
        this.calls = calls;
        moves = clock.onMove(() -> inBackground(this::look));
        alarms = registry.watch(Clockwork.Alarm.class, () -> inBackground(this::recallAlarms));
        ticker.scheduleWithFixedDelay(() -> guarded(this::look), 1, 1, TimeUnit.SECONDS);
    }

    /** Takes a part of the core that is rung for. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindKind(TimerKind kind) {
        kinds.put(kind.id(), kind);
        inBackground(() -> recall(kind.id()));
    }

    /** Forgets it; its timers wait. */
    void unbindKind(TimerKind kind) {
        kinds.remove(kind.id(), kind);
    }

    @Deactivate
    void deactivate() throws Exception {
        moves.close();
        alarms.close();
        ticker.shutdownNow();
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
        Lease held = lease;
        if (held != null) {
            guarded(() -> leases.release(held));
        }
    }

    private void recallAlarms() {
        registry.services(Clockwork.Alarm.class).forEach(service -> recall(PluginClockwork.KIND + service.plugin()));
    }

    private void recall(String kind) {
        transactions.write(() -> {
            store.recall(kind);
            return true;
        });
        look();
    }

    private void look() {
        if (!keepLease()) {
            return;
        }
        Instant now = clock.now();
        Map<String, List<TimerRow>> due = transactions.read(() -> store.due(now, AT_ONCE)).stream()
                .collect(Collectors.groupingBy(TimerRow::kind));
        due.forEach((kind, timers) -> {
            if (ringing.add(kind)) {
                start(kind, timers);
            }
        });
    }

    private void start(String kind, List<TimerRow> timers) {
        try {
            threads.execute(() -> {
                try {
                    guarded(() -> timers.forEach(this::ring));
                } finally {
                    ringing.remove(kind);
                }
                if (timers.size() > 1) {
                    inBackground(this::look);
                }
            });
        } catch (RejectedExecutionException stopping) {
            ringing.remove(kind);
        }
    }

    private void ring(TimerRow timer) {
        if (System.nanoTime() > leaseUntil) {
            return;
        }
        String error;
        try {
            error = timer.kind().startsWith(PluginClockwork.KIND) ? ringPlugin(timer) : ringCore(timer);
        } catch (RuntimeException failure) {
            LOG.warn("The timer {} of {} failed and rings again", timer.kind(), timer.subject(), failure);
            error = Objects.toString(failure.getMessage(), failure.toString());
        }
        String outcome = error;
        transactions.write(() -> {
            if (outcome == null) {
                store.rung(timer);
            } else if (outcome.isEmpty()) {
                store.postpone(timer.later(clock.now().plus(AWAY), timer.attempts()));
            } else {
                store.postpone(timer.later(clock.now().plus(pause(timer.attempts() + 1)), timer.attempts() + 1));
            }
            return true;
        });
    }

    /** Returns null if it rang, an empty text if nobody is there to be rung for, else what went wrong. */
    private @Nullable String ringCore(TimerRow timer) {
        TimerKind kind = kinds.get(timer.kind());
        if (kind == null) {
            return "";
        }
        kind.ring(timer.subject(), timer.dueAt());
        return null;
    }

    private @Nullable String ringPlugin(TimerRow timer) {
        String plugin = timer.kind().substring(PluginClockwork.KIND.length());
        Optional<SocketService<Clockwork.Alarm>> alarm = registry.services(Clockwork.Alarm.class).stream()
                .filter(service -> service.plugin().equals(plugin))
                .findFirst();
        if (alarm.isEmpty()) {
            return "";
        }
        Answer<Boolean> answer = calls.ask(alarm.get(), ALARM_LIMIT, service -> {
            service.ring(timer.subject(), timer.ticketId(), Objects.requireNonNullElse(timer.payload(), ""));
            return true;
        });
        return answer instanceof Answer.Failed<Boolean> failed ? failed.message() : null;
    }

    private static Duration pause(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(20, failures - 1));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private boolean keepLease() {
        long now = System.nanoTime();
        Lease held = lease;
        if (held != null && leaseUntil - now > RENEW_BEFORE_NANOS) {
            return true;
        }
        Optional<Lease> taken = leases.acquire(LEASE, node.id(), LEASE_DURATION);
        lease = taken.orElse(null);
        leaseUntil = taken.isPresent() ? now + LEASE_DURATION.toNanos() : now;
        return taken.isPresent();
    }

    private void inBackground(Runnable work) {
        if (!ticker.isShutdown()) {
            ticker.execute(() -> guarded(work));
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("Timers could not be looked at; it is tried again", failure);
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
