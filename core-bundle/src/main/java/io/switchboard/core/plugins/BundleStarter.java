package io.switchboard.core.plugins;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops bundles on threads that can be given up, since a plugin may hang in either. What threads a plugin makes
 * meanwhile are in a group of its own.
 */
final class BundleStarter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BundleStarter.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Map<Bundle, Thread> stuck = new ConcurrentHashMap<>();
    private final Map<String, ThreadGroup> groups = new ConcurrentHashMap<>();
    private final Consumer<String> stopped;

    /**
     * Makes one.
     *
     * @param stopped is told the id of each plugin that was stopped
     */
    BundleStarter(Consumer<String> stopped) {
        this.stopped = stopped;
    }

    /** Starts a bundle; returns why it does not run, or nothing. */
    Optional<String> start(Bundle bundle) {
        return run(bundle, bundle::start, "start");
    }

    /** Stops a bundle. What goes wrong is logged: it does not run any more as far as the desk is concerned. */
    void stop(Bundle bundle) {
        if ((bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0 && !isStuck(bundle)) {
            run(bundle, bundle::stop, "stop").ifPresent(failure -> LOG.error("{}: {}", bundle, failure));
            stopped.accept(bundle.getSymbolicName());
        }
    }

    /** Returns whether a bundle has not come back from being started or stopped. */
    boolean isStuck(Bundle bundle) {
        return stuck.containsKey(bundle);
    }

    private interface Action {
        void run() throws BundleException;
    }

    private Optional<String> run(Bundle bundle, Action action, String name) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        String plugin = bundle.getSymbolicName();
        Runnable work = () -> {
            try {
                action.run();
                stuck.remove(bundle);
                done.complete(null);
            } catch (Throwable thrown) { // whatever a plugin throws ends here
                stuck.remove(bundle);
                done.completeExceptionally(thrown);
            }
        };
        Thread thread = new Thread(
                groups.computeIfAbsent(plugin, PluginThreadGroup::new), work, "plugin " + name + " " + plugin);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader()); // not that of whoever asked for it
        stuck.put(bundle, thread);
        thread.start();
        try {
            done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            return Optional.empty();
        } catch (TimeoutException hangs) {
            Optional.ofNullable(stuck.get(bundle)).ifPresent(Thread::interrupt);
            return Optional.of("it did not " + name + " within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException failure) {
            LOG.debug("Thrown by {}", bundle, failure.getCause());
            return Optional.of("it cannot " + name + ": " + describe(failure.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.of("the server stops");
        }
    }

    private static String describe(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof BundleException && thrown.getCause() != null ? thrown.getCause() : thrown;
        try {
            return String.valueOf(cause);
        } catch (Throwable hostile) { // even the message of an exception is the plugin's code
            return cause == null ? "unknown" : cause.getClass().getName();
        }
    }

    @Override
    public void close() {
        stuck.values().forEach(Thread::interrupt);
    }
}
