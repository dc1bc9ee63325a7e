package io.switchboard.core.sockets;

import io.switchboard.core.sockets.Answer.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Calls plugins on threads of their own. A call that does not come back in time is left behind: its thread is
 * interrupted, counted and named, and keeps its place in the plugin's bulkhead until it returns, so that a plugin which
 * hangs soon has no place left and costs nobody any time. An advisor that failed too often is tried again with a question of
 * which nobody waits for the answer longer than a tenth of its time.
 */
@Component(service = {PluginCalls.class, PluginFigures.class, PluginSuspicions.class})
public final class BoundedPluginCalls implements PluginCalls, PluginFigures, PluginSuspicions {
    private static final int PATIENCE_WITH_TRIALS = 10;
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Quarantine quarantine;
    private final Map<String, PluginGate> gates = new ConcurrentHashMap<>();
    private final CallThreads threads = new CallThreads();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plugin calls watch");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to watch the calls that hang. */
    @Activate
    public BoundedPluginCalls(@Reference Quarantine quarantine) {
        this.quarantine = quarantine;
        watch.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void deactivate() {
        watch.shutdownNow();
        threads.stop();
    }

    @Override
    public <S, T> Answer<T> ask(SocketService<S> service, Duration limit, Question<S, T> question) {
        return askAll(List.of(service), limit, question).get(0);
    }

    @Override
    public <S, T> List<Answer<T>> askAll(List<SocketService<S>> services, Duration limit, Question<S, T> question) {
        long now = System.nanoTime();
        long deadline = now + limit.toNanos();
        long patience = now + limit.toNanos() / PATIENCE_WITH_TRIALS;
        List<Started<T>> started = new ArrayList<>(services.size());
        for (SocketService<S> service : services) {
            started.add(start(service, patience, deadline, question));
        }
        return started.stream().map(call -> call.await(deadline)).toList();
    }

    private <S, T> Started<T> start(SocketService<S> service, long patience, long deadline, Question<S, T> question) {
        PluginGate gate = gates.computeIfAbsent(service.plugin(), id -> new PluginGate());
        CallRecord record = gate.record(service.socket().getSimpleName());
        if (quarantine.of(service.plugin()).isPresent()) {
            return rejected(service, record, "was not asked: it is in quarantine");
        }
        if (gate.quarantined()) {
            return rejected(service, record, "was not asked: it burns the processor");
        }
        Breaker.Permit permit = record.breaker.ask();
        if (permit == Breaker.Permit.NONE) {
            return rejected(service, record, "was not asked: it failed too often lately");
        }
        boolean handedOver = false;
        try {
            if (!gate.enter(Math.max(0, deadline - System.nanoTime()))) {
                return rejected(service, record, "was not asked: all of its threads are taken");
            }
            PluginCall<S, T> call = new PluginCall<>(service, question, gate);
            handedOver = run(call, gate);
            if (handedOver && permit == Breaker.Permit.TRIAL && isAdvisor(service)) {
                return ignored -> call.tryOut(patience, deadline);
            }
            return handedOver ? call::await : rejected(service, record, "was not asked: the desk stops");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return rejected(service, record, "was not asked: the desk stops");
        } finally {
            if (!handedOver) {
                record.breaker.notCalled();
            }
        }
    }

    /** Tells whether an answer that nobody waits for is lost without harm, as that of a reaction or a courier is not. */
    private static boolean isAdvisor(SocketService<?> service) {
        return Socket.ALL.stream()
                .anyMatch(socket -> socket.type() == service.socket() && socket.kind() == SocketKind.ADVISOR);
    }

    private boolean run(PluginCall<?, ?> call, PluginGate gate) {
        try {
            threads.execute(call);
            return true;
        } catch (RejectedExecutionException stopped) {
            gate.leave();
            return false;
        }
    }

    private static <T> Started<T> rejected(SocketService<?> service, CallRecord record, String message) {
        record.rejected(message);
        return deadline -> new Answer.Failed<>(service.plugin(), Kind.REJECTED, message);
    }

    @Override
    public List<CallFigures> figures() {
        return gates.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(gate -> gate.getValue().records.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> entry.getValue().figures(gate.getKey(), entry.getKey())))
                .toList();
    }

    @Override
    public List<HangingCall> hanging() {
        return hangingCalls().map(PluginCall::describe).filter(Objects::nonNull).toList();
    }

    private Stream<PluginCall<?, ?>> hangingCalls() {
        return gates.values().stream().flatMap(gate -> gate.hanging.stream());
    }

    private void look() {
        gates.values().forEach(gate -> gate.look(LOOK.toNanos()));
    }

    @Override
    public List<Suspicion> suspicions(int openings) {
        List<Suspicion> suspicions = new ArrayList<>();
        gates.forEach((plugin, gate) ->
                gate.suspicion(openings).ifPresent(reason -> suspicions.add(new Suspicion(plugin, reason))));
        suspicions.sort(Comparator.comparing(Suspicion::plugin));
        return suspicions;
    }

    @Override
    public void forgive(String plugin) {
        PluginGate gate = gates.get(plugin);
        if (gate != null) {
            gate.forgive();
        }
    }

    @FunctionalInterface
    private interface Started<T> {
        Answer<T> await(long deadline);
    }
}
