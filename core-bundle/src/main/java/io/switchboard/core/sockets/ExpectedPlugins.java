package io.switchboard.core.sockets;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * Remembers which plugins are to run by what is installed, whether or not they do, and which sockets they say they fit. So a
 * plugin that starts, takes new settings, did not come up or was left out is missed, and one that somebody switched off is
 * not. For any number of threads.
 */
@Component(service = ExpectedPlugins.class)
public final class ExpectedPlugins {
    private volatile Map<String, Set<String>> sockets = Map.of();

    /** Replaces what was expected: the ids of the sockets, by plugin. */
    public void expect(Map<String, Set<String>> socketsByPlugin) {
        sockets = Map.copyOf(socketsByPlugin);
    }

    /** Returns the ids of the plugins that should serve a socket and are not among those that do, in alphabetical order. */
    public List<String> missing(Class<?> socket, Set<String> serving) {
        return sockets.entrySet().stream()
                .filter(plugin -> plugin.getValue().contains(socket.getSimpleName()))
                .map(Map.Entry::getKey)
                .filter(id -> !serving.contains(id))
                .sorted()
                .toList();
    }
}
