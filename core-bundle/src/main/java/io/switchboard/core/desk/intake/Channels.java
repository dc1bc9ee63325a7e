package io.switchboard.core.desk.intake;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.intake.IntakeChannel;
import io.switchboard.api.intake.IntakeChannel.Ability;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketRegistry;
import io.switchboard.core.sockets.SocketService;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Knows the channels that are installed. Each is asked who it is when it appears, and not again while tickets are being
 * opened. The desk has one channel of its own, {@code api}.
 */
@Component(service = Channels.class, immediate = true)
public final class Channels {
    /** The desk's own channel, for tickets that come through the HTTP API itself. */
    public static final String API = "api";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final AutoCloseable watch;
    private volatile Map<String, Channel> channels = Map.of();

    /** A channel that is installed. */
    public record Channel(String id, String name, Set<Ability> abilities, String plugin) {}

    /** Makes it. */
    @Activate
    public Channels(@Reference SocketRegistry registry, @Reference PluginCalls calls) {
        this.registry = registry;
        this.calls = calls;
        this.watch = registry.watch(IntakeChannel.class, this::refresh);
    }

    @Deactivate
    void stop() throws Exception {
        watch.close();
    }

    /** Returns the installed channels in the order of their ids. */
    public List<Channel> installed() {
        return new TreeSet<>(channels.keySet()).stream().map(channels::get).toList();
    }

    /**
     * Demands that a ticket may come through a channel.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code channel} if no such channel is installed
     */
    public void require(String id) {
        if (!API.equals(id) && !channels.containsKey(id)) {
            throw SwitchboardException.field(
                    "channel",
                    "must be one of the installed channels: " + API
                            + channels.keySet().stream()
                                    .sorted()
                                    .map(known -> ", " + known)
                                    .reduce("", String::concat));
        }
    }

    private synchronized void refresh() {
        List<SocketService<IntakeChannel>> services = registry.services(IntakeChannel.class);
        Map<String, Channel> found = new LinkedHashMap<>();
        List<Answer<Channel>> answers = calls.askAll(
                services, LIMIT, channel -> new Channel(channel.id(), channel.name(), channel.abilities(), ""));
        for (Answer<Channel> answer : answers) {
            if (answer instanceof Answer.Given<Channel> given
                    && given.value().id() != null
                    && ID.matcher(given.value().id()).matches()) {
                Channel said = given.value();
                found.putIfAbsent(
                        said.id(), new Channel(said.id(), said.name(), Set.copyOf(said.abilities()), given.plugin()));
            }
        }
        channels = Map.copyOf(found);
    }
}
