package io.switchboard.core.plugins;

import io.switchboard.core.sockets.PluginFaults;
import io.switchboard.core.sockets.PluginSuspicions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.LoggerFactory;

/**
 * Learns which plugins wanted to end the server, also when they keep what was thrown at them to themselves: names them in
 * the log and in their health, and suspects who does it again and again. For any number of threads.
 */
@Component(service = RefusedExits.class, immediate = true)
public final class RefusedExits implements PluginSuspicions {
    /** Where woven classes say it: a logger of Java, which is the one thing that they share with the server without wires. */
    static final String LOGGER = "io.switchboard.refused-exits";

    /** How many times a plugin may try before it is suspected. */
    static final int PATIENCE = 5;

    private static final String MATTER = "exit";
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RefusedExits.class);

    private final PluginFaults faults;
    private final Logger told = Logger.getLogger(LOGGER);
    private final Handler listener = new Listener();
    private @Nullable ServiceRegistration<WeavingHook> weaving;
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    /**
     * Begins to listen, and has classes of plugins be woven: by an object that is there already, since a component would be
     * made when the first class is to be woven, which may be its own.
     */
    @Activate
    public RefusedExits(BundleContext bundles, @Reference PluginFaults faults) {
        this(faults);
        weaving = bundles.registerService(WeavingHook.class, new ExitWeaver(), null);
    }

    RefusedExits(PluginFaults faults) {
        this.faults = faults;
        told.setUseParentHandlers(false);
        told.addHandler(listener);
    }

    @Deactivate
    void stop() {
        ServiceRegistration<WeavingHook> registered = weaving;
        if (registered != null) {
            registered.unregister();
        }
        told.removeHandler(listener);
    }

    private void refused(String plugin, String how) {
        int count =
                attempts.computeIfAbsent(plugin, first -> new AtomicInteger()).incrementAndGet();
        String thread = Thread.currentThread().getName();
        if (count <= PATIENCE) {
            LOG.error(
                    "The plugin {} wanted to end the server by {} in thread '{}'; that was refused",
                    plugin,
                    how,
                    thread,
                    new SecurityException("refused here"));
        }
        faults.tell(
                plugin,
                MATTER,
                "It wanted to end the server by " + how + " in thread '" + thread + "', which was refused"
                        + (count == 1 ? "" : ", " + count + " times by now"));
    }

    @Override
    public List<Suspicion> suspicions(int openings) {
        return attempts.entrySet().stream()
                .filter(attempt -> attempt.getValue().get() >= PATIENCE)
                .sorted(Map.Entry.comparingByKey())
                .map(attempt -> new Suspicion(
                        attempt.getKey(), "It wanted to end the server, " + attempt.getValue() + " times"))
                .toList();
    }

    @Override
    public void forgive(String plugin) {
        attempts.remove(plugin);
        faults.clear(plugin, MATTER);
    }

    private final class Listener extends Handler {
        @Override
        public void publish(LogRecord entry) {
            Object[] parameters = entry.getParameters();
            if (parameters != null && parameters.length == 1) {
                refused(String.valueOf(parameters[0]), entry.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
