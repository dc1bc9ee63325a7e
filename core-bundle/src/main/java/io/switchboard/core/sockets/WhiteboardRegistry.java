package io.switchboard.core.sockets;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
    private final ExpectedPlugins expected;

    /** Begins to watch all sockets. */
    @Activate
    public WhiteboardRegistry(BundleContext context, @Reference ExpectedPlugins expected) {
        this.expected = expected;
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
    public List<String> absent(Class<?> socket) {
        Set<String> serving =
                find(socket).ordered().stream().map(SocketService::plugin).collect(Collectors.toSet());
        return expected.missing(socket, serving);
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

    /**
     * The references of one socket. A service is made when it is first asked for and not when it appears: the component
     * behind it may need services that are being made at that very moment.
     */
    private static final class Tracked<S> extends ServiceTracker<S, Entry<S>> {
        private final Class<S> socket;
        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final List<Entry<S>> entries = new CopyOnWriteArrayList<>();

        Tracked(BundleContext context, Class<S> socket) {
            super(context, socket, null);
            this.socket = socket;
        }

        List<SocketService<S>> ordered() {
            return entries.stream()
                    .map(entry -> entry.described(context, socket))
                    .filter(Objects::nonNull)
                    .sorted(Comparator.<SocketService<S>>comparingInt(service -> -service.ranking())
                            .thenComparing(SocketService::plugin))
                    .toList();
        }

        @Override
        public Entry<S> addingService(ServiceReference<S> reference) {
            Entry<S> entry = new Entry<>(reference);
            entries.add(entry);
            listeners.forEach(Runnable::run);
            return entry;
        }

        @Override
        public void modifiedService(ServiceReference<S> reference, Entry<S> entry) {
            entry.forgetProperties();
            listeners.forEach(Runnable::run);
        }

        @Override
        public void removedService(ServiceReference<S> reference, Entry<S> entry) {
            entries.remove(entry);
            listeners.forEach(Runnable::run);
            entry.release(context);
        }
    }

    /**
     * One service of a plugin, made on first use. No lock is held while it is made: its component may ask for services
     * itself, on whatever thread.
     */
    private static final class Entry<S> {
        private final ServiceReference<S> reference;
        private final AtomicReference<@Nullable S> service = new AtomicReference<>();
        private volatile @Nullable SocketService<S> described;

        Entry(ServiceReference<S> reference) {
            this.reference = reference;
        }

        @Nullable
        SocketService<S> described(BundleContext context, Class<S> socket) {
            SocketService<S> known = described;
            if (known == null) {
                S made = make(context, socket);
                known = made == null ? null : describe(socket, made);
                described = known;
            }
            return known;
        }

        private @Nullable S make(BundleContext context, Class<S> socket) {
            S known = service.get();
            if (known != null) {
                return known;
            }
            try {
                S made = context.getService(reference);
                if (made != null && !service.compareAndSet(null, made)) {
                    context.ungetService(reference);
                    return service.get();
                }
                return made;
            } catch (RuntimeException | LinkageError failure) {
                LOG.warn("Plugin {} offers {} but cannot make it", plugin(reference), socket.getSimpleName(), failure);
                return null;
            }
        }

        private SocketService<S> describe(Class<S> socket, S made) {
            Map<String, Object> properties = new HashMap<>();
            for (String key : reference.getPropertyKeys()) {
                properties.put(key, reference.getProperty(key));
            }
            Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
            return new SocketService<>(
                    socket, plugin(reference), made, ranking instanceof Integer value ? value : 0, properties);
        }

        void forgetProperties() {
            described = null;
        }

        void release(BundleContext context) {
            described = null;
            if (service.getAndSet(null) != null) {
                context.ungetService(reference);
            }
        }

        private static String plugin(ServiceReference<?> reference) {
            var bundle = reference.getBundle();
            String name = bundle == null ? null : bundle.getSymbolicName();
            return name == null || name.equals(CORE_SYMBOLIC_NAME) ? CORE : name;
        }
    }
}
