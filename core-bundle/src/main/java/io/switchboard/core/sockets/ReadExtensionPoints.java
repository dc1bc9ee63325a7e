package io.switchboard.core.sockets;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows every extension point, who serves it, and how calls to them went. */
@Component(service = ReadExtensionPoints.class)
public final class ReadExtensionPoints {
    private final SocketRegistry registry;
    private final PluginFigures figures;

    /** Makes the use case. */
    @Activate
    public ReadExtensionPoints(@Reference SocketRegistry registry, @Reference PluginFigures figures) {
        this.registry = registry;
        this.figures = figures;
    }

    /**
     * An extension point.
     *
     * @param socket its id, the simple name of the interface
     * @param type the interface's full name
     * @param kind {@code provider}, {@code advisor}, {@code guard} or {@code reaction}
     * @param services who serves it, in the order in which they count
     */
    public record ExtensionPoint(String socket, String type, String kind, List<Server> services) {}

    /**
     * A service.
     *
     * @param plugin the plugin's id
     * @param ranking its service ranking
     * @param figures what is known of the calls to it, or null if it was never called
     */
    public record Server(
            String plugin, int ranking, @Nullable CallFigures figures) {}

    /** Returns all extension points in alphabetical order. */
    public List<ExtensionPoint> handle(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        Map<String, CallFigures> known = figures.figures().stream()
                .collect(Collectors.toMap(figure -> key(figure.plugin(), figure.socket()), Function.identity()));
        return Socket.ALL.stream()
                .map(socket -> new ExtensionPoint(
                        socket.id(),
                        Objects.requireNonNullElse(
                                socket.type().getCanonicalName(), socket.type().getName()),
                        socket.kind().id(),
                        registry.services(socket.type()).stream()
                                .map(service -> new Server(
                                        service.plugin(),
                                        service.ranking(),
                                        known.get(key(service.plugin(), socket.id()))))
                                .toList()))
                .toList();
    }

    private static String key(String plugin, String socket) {
        return plugin + " " + socket;
    }
}
