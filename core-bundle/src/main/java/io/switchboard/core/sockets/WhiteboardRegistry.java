package io.switchboard.core.sockets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the services of every socket on the OSGi whiteboard. */
@Component(service = SocketRegistry.class)
public final class WhiteboardRegistry implements SocketRegistry {
    /** The id under which the core's own services take part. */
    public static final String CORE = "core";

    private static final Logger LOG = LoggerFactory.getLogger(WhiteboardRegistry.class);
    private static final String CORE_SYMBOLIC_NAME = "io.switchboard.core";

    private final Map<Class<?>, Tracked<?>> tracked = new ConcurrentHashMap<>();

    /** Begins to watch all sockets. */
    @Activate
    public WhiteboardRegistry(BundleContext context) {
        for (Socket socket : Socket.ALL) {
            Tracked<?> services = new Tracked<>(context, socket.type());
            tracked.put(socket.type(), services);
            services.open();
        }
    }

    @Deactivate
    void deactivate() {
        tracked.values().forEach(Tracked::close);
    }

    @Override
    public <S> List<SocketService<S>> services(Class<S> socket) {
        return find(socket).ordered();
    }

    @Override
    public AutoCloseable watch(Class<?> socket, Runnable listener) {
        Tracked<?> services = find(socket);
        services.listeners.add(listener);
        listener.run();
        return () -> services.listeners.remove(listener);
    }

    @SuppressWarnings("unchecked") // the map's value is made for the type of its key
    private <S> Tracked<S> find(Class<S> socket) {
        Tracked<?> services = tracked.get(socket);
        if (services == null) {
            throw new IllegalArgumentException("not a socket: " + socket.getName());
        }
        return (Tracked<S>) services;
    }

    private static final class Tracked<S> extends ServiceTracker<S, SocketService<S>> {
        private final Class<S> socket;
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private volatile List<SocketService<S>> ordered = List.of();

        Tracked(BundleContext context, Class<S> socket) {
            super(context, socket, null);
            this.socket = socket;
        }

        List<SocketService<S>> ordered() {
            return ordered;
        }

        @Override
        public @Nullable SocketService<S> addingService(ServiceReference<S> reference) {
            S service;
            try {
                service = context.getService(reference);
            } catch (RuntimeException | LinkageError failure) {
                LOG.warn("Plugin {} offers {} but cannot make it", plugin(reference), socket.getSimpleName(), failure);
                return null;
            }
            if (service == null) {
                return null;
            }
            SocketService<S> found = describe(reference, service);
            change(null, found);
            return found;
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, SocketService<S> known) {
            change(known, describe(reference, known.service()));
        }

        @Override
        public void removedService(ServiceReference<S> reference, SocketService<S> known) {
            removeServiceOf(known.service());
            context.ungetService(reference);
        }

        private synchronized void change(@Nullable SocketService<S> old, SocketService<S> now) {
            List<SocketService<S>> next = new ArrayList<>(ordered);
            next.removeIf(entry -> old != null && entry.service() == old.service());
            next.add(now);
            publish(next);
        }

        private synchronized void removeServiceOf(S service) {
            List<SocketService<S>> next = new ArrayList<>(ordered);
            next.removeIf(entry -> entry.service() == service);
            publish(next);
        }

        private void publish(List<SocketService<S>> next) {
            next.sort(Comparator.<SocketService<S>>comparingInt(entry -> -entry.ranking())
                    .thenComparing(SocketService::plugin));
            ordered = List.copyOf(next);
            listeners.forEach(Runnable::run);
        }

        private SocketService<S> describe(ServiceReference<S> reference, S service) {
            Map<String, Object> properties = new HashMap<>();
            for (String key : reference.getPropertyKeys()) {
                properties.put(key, reference.getProperty(key));
            }
            Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
            return new SocketService<>(
                    socket, plugin(reference), service, ranking instanceof Integer value ? value : 0, properties);
        }

        private static String plugin(ServiceReference<?> reference) {
            var bundle = reference.getBundle();
            String name = bundle == null ? null : bundle.getSymbolicName();
            return name == null || name.equals(CORE_SYMBOLIC_NAME) ? CORE : name;
        }
    }
}
