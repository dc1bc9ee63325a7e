package io.switchboard.core.sockets;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the plugins how they feel, every few seconds, and adds what was seen of them. */
@Component(service = PluginWellbeing.class, immediate = true)
public final class PluginHealthWatch implements PluginWellbeing {
    private static final int LONGEST_MESSAGE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(PluginHealthWatch.class);
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final PluginFigures figures;
    private final PluginFaults faults;
    private final Quarantine quarantine;
    private final Map<String, State> told = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "plugin health");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to ask. */
    @Activate
    public PluginHealthWatch(
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference PluginFigures figures,
            @Reference PluginFaults faults,
            @Reference Quarantine quarantine) {
        this.registry = registry;
        this.calls = calls;
        this.figures = figures;
        this.faults = faults;
        this.quarantine = quarantine;
        timer.scheduleWithFixedDelay(this::ask, 1, PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void deactivate() {
        timer.shutdownNow();
    }

    @Override
    public List<PluginState> states() {
        Map<String, List<State>> all = new TreeMap<>();
        for (Socket socket : Socket.ALL) {
            registry.services(socket.type()).forEach(service -> add(all, service.plugin(), State.WELL));
        }
        told.forEach((plugin, state) -> add(all, plugin, state));
        faults.plugins()
                .forEach(plugin ->
                        faults.of(plugin).forEach(message -> add(all, plugin, new State(Grade.RED, message))));
        quarantine
                .all()
                .forEach((plugin, held) -> add(
                        all,
                        plugin,
                        new State(
                                Grade.RED,
                                "It is in quarantine since " + held.since() + " until somebody lifts that. "
                                        + held.reason())));
        figures.figures().stream()
                .filter(figure -> !figure.breaker().equals("closed") && all.containsKey(figure.plugin()))
                .forEach(figure -> add(
                        all,
                        figure.plugin(),
                        new State(Grade.YELLOW, "It fails at " + figure.socket() + " and is given a rest")));
        figures.hanging()
                .forEach(call -> add(
                        all,
                        call.plugin(),
                        new State(
                                call.burning() ? Grade.RED : Grade.YELLOW,
                                "A call at " + call.socket() + " hangs since " + call.since() + " in thread '"
                                        + call.thread() + "'" + (call.burning() ? " and burns the processor" : ""))));
        return all.entrySet().stream()
                .map(entry -> summary(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void add(Map<String, List<State>> all, String plugin, State state) {
        all.computeIfAbsent(plugin, id -> new ArrayList<>()).add(state);
    }

    private static PluginState summary(String plugin, List<State> states) {
        Grade worst = Grade.GREEN;
        List<String> messages = new ArrayList<>();
        for (State state : states) {
            worst = state.grade().compareTo(worst) > 0 ? state.grade() : worst;
            String message = state.message();
            if (message != null) {
                messages.add(message);
            }
        }
        return new PluginState(plugin, worst, messages);
    }

    private void ask() {
        try {
            List<SocketService<PluginHealth>> services = registry.services(PluginHealth.class);
            List<Answer<State>> answers = calls.askAll(services, LIMIT, PluginHealth::check);
            Map<String, State> latest = new TreeMap<>();
            for (Answer<State> answer : answers) {
                latest.put(answer.plugin(), state(answer));
            }
            told.keySet().retainAll(latest.keySet());
            told.putAll(latest);
        } catch (RuntimeException failure) {
            LOG.error("The plugins could not be asked how they feel", failure);
        }
    }

    private static State state(Answer<State> answer) {
        if (answer instanceof Answer.Given<State> given) {
            return readable(given.value());
        }
        return new State(Grade.RED, "It does not say how it feels: " + ((Answer.Failed<State>) answer).message());
    }

    /** A message that goes on and on is cut, since every list of plugins carries it; a state without a grade is a bad one. */
    static State readable(State said) {
        Grade grade = said.grade() == null ? Grade.RED : said.grade();
        String message = said.message();
        if (message == null || message.codePointCount(0, message.length()) <= LONGEST_MESSAGE) {
            return new State(grade, message);
        }
        return new State(grade, message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…");
    }
}
