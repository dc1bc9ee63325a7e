package io.switchboard.core.sockets;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A whiteboard in memory. */
public final class FakeRegistry implements SocketRegistry {
    private final List<SocketService<?>> services = new CopyOnWriteArrayList<>();
    private final List<String> absent = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Registers a service of a plugin. */
    public <S> SocketService<S> add(Class<S> socket, String plugin, S service, Map<String, Object> properties) {
        SocketService<S> added = new SocketService<>(socket, plugin, service, 0, properties);
        services.add(added);
        listeners.forEach(Runnable::run);
        return added;
    }

    /** Takes it away. */
    public void remove(SocketService<?> service) {
        services.remove(service);
        listeners.forEach(Runnable::run);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S> List<SocketService<S>> services(Class<S> socket) {
        return services.stream()
                .filter(service -> service.socket().equals(socket))
                .map(service -> (SocketService<S>) service)
                .sorted(Comparator.<SocketService<S>>comparingInt(service -> -service.ranking())
                        .thenComparing(SocketService::plugin))
                .toList();
    }

    @Override
    public List<String> absent(Class<?> socket) {
        return List.copyOf(absent);
    }

    /** Has a plugin be expected and not there. */
    public void miss(String plugin) {
        absent.add(plugin);
    }

    /** Has all plugins be there. */
    public void missNobody() {
        absent.clear();
    }

    @Override
    public AutoCloseable watch(Class<?> socket, Runnable listener) {
        listeners.add(listener);
        listener.run();
        return () -> listeners.remove(listener);
    }
}
