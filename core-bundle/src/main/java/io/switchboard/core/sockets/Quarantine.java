package io.switchboard.core.sockets;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Which plugins are asked nothing on this node until somebody lifts it. For any number of threads. */
@Component(service = Quarantine.class)
public final class Quarantine {
    private volatile Map<String, Held> held = Map.of();

    /** Makes one that holds nobody. */
    @Activate
    public Quarantine() {}

    /**
     * That a plugin is held.
     *
     * @param since from when on
     * @param reason why, a sentence for an administrator
     */
    public record Held(Instant since, String reason) {}

    /** Holds exactly these plugins, by their ids. */
    public void hold(Map<String, Held> plugins) {
        held = Map.copyOf(plugins);
    }

    /** Returns why a plugin is held, or nothing. */
    public Optional<Held> of(String plugin) {
        return Optional.ofNullable(held.get(plugin));
    }

    /** Returns all that are held, by their ids. */
    public Map<String, Held> all() {
        return new TreeMap<>(held);
    }
}
