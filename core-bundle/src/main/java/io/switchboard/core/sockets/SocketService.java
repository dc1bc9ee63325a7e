package io.switchboard.core.sockets;

import java.util.Map;

/**
 * One service that a plugin registered for a socket. Hold it for one question only: the plugin may leave at any time.
 *
 * @param <S> the socket's interface
 * @param socket the socket
 * @param plugin the id of the plugin, its Bundle-SymbolicName
 * @param service what the plugin registered; called only through {@link PluginCalls}
 * @param ranking the service ranking
 * @param properties the service properties, as registered
 */
public record SocketService<S>(Class<S> socket, String plugin, S service, int ranking, Map<String, Object> properties) {
    /** Keeps a copy. */
    public SocketService {
        properties = Map.copyOf(properties);
    }
}
