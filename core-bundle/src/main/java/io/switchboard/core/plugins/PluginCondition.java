package io.switchboard.core.plugins;

import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks single plugins whether they can do their work. */
@Component(service = AskPlugin.class)
public final class PluginCondition implements AskPlugin {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final long PAUSE = 100;

    private final SocketRegistry registry;
    private final PluginCalls calls;

    /** Makes it. */
    @Activate
    public PluginCondition(@Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
    }

    @Override
    public Optional<String> trouble(String plugin) {
        List<SocketService<PluginHealth>> own = registry.services(PluginHealth.class).stream()
                .filter(service -> service.plugin().equals(plugin))
                .toList();
        return calls.askAll(own, LIMIT, PluginHealth::check).stream()
                .flatMap(answer -> trouble(answer).stream())
                .findFirst();
    }

    private static Optional<String> trouble(Answer<State> answer) {
        if (answer instanceof Answer.Given<State> given) {
            State state = given.value();
            return state.grade() == Grade.RED ? Optional.of(String.valueOf(state.message())) : Optional.empty();
        }
        return Optional.of("it does not say how it feels: " + ((Answer.Failed<State>) answer).message());
    }

    @Override
    public Optional<String> await(String plugin, long deadline) {
        while (true) {
            Optional<String> trouble = trouble(plugin);
            if (trouble.isEmpty() || System.nanoTime() > deadline) {
                return trouble;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return trouble;
            }
        }
    }
}
