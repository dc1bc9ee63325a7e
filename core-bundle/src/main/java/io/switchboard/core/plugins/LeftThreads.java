package io.switchboard.core.plugins;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that plugins left running when they were stopped. Each of them keeps the plugin's classes in memory as long
 * as it runs. For any number of threads.
 */
@Component(service = LeftThreads.class)
public final class LeftThreads {
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final long PAUSE = 20;
    private static final int NAMED = 10;
    private static final Logger LOG = LoggerFactory.getLogger(LeftThreads.class);

    private final PluginThreads threads;
    private final Map<String, List<WeakReference<Thread>>> left = new ConcurrentHashMap<>();

    /** Makes it. */
    @Activate
    public LeftThreads(BundleContext bundles) {
        this.threads = new PluginThreads(bundles);
    }

    /** Waits a moment for the threads of a plugin that was stopped just now to end, and names those that do not. */
    void look(String plugin) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        List<Thread> running = threads.of(plugin);
        while (!running.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
            running = threads.of(plugin);
        }
        if (!running.isEmpty()) {
            left.put(plugin, running.stream().map(WeakReference::new).toList());
            LOG.error(
                    "The plugin {} was stopped and left {} of its threads running: {}",
                    plugin,
                    running.size(),
                    names(running));
        }
    }

    private static String names(List<Thread> running) {
        return running.stream().map(Thread::getName).sorted().limit(NAMED).collect(Collectors.joining(", "))
                + (running.size() > NAMED ? " and others" : "");
    }

    /** Returns the names of the threads that a plugin left when it was last stopped and that run still. */
    List<String> of(String plugin) {
        List<String> names = left.getOrDefault(plugin, List.of()).stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            left.remove(plugin);
        }
        return names;
    }
}
