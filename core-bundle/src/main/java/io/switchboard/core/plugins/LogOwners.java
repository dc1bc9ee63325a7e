package io.switchboard.core.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.Constants;

/** Knows which plugin a line of the log is of. For any number of threads. */
final class LogOwners implements BundleListener {
    private static final String THREAD = "plugin ";
    private static final String AT = " at ";
    private static final int MOST_LOGGERS = 10_000;

    private final BundleContext framework;
    private final Map<String, Optional<String>> byLogger = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> plugins;

    LogOwners(BundleContext context) {
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        framework.addBundleListener(this);
    }

    void close() {
        framework.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        plugins = null;
        byLogger.clear();
    }

    /** Returns the plugin that has the class after which a logger is called. */
    Optional<String> ofLogger(String logger) {
        Optional<String> known = byLogger.get(logger);
        if (known == null) {
            if (byLogger.size() >= MOST_LOGGERS) {
                byLogger.clear();
            }
            known = find(logger);
            byLogger.put(logger, known);
        }
        return known;
    }

    /** Returns the plugin that is asked on a thread, which is called after it meanwhile. */
    Optional<String> ofThread(String thread) {
        int end = thread.startsWith(THREAD) ? thread.indexOf(AT, THREAD.length()) : -1;
        return end < 0
                ? Optional.empty()
                : Optional.of(thread.substring(THREAD.length(), end)).filter(this::isPlugin);
    }

    /** Returns whether this is the id of a plugin that is in the framework. */
    boolean isPlugin(String name) {
        Set<String> known = plugins;
        if (known == null) {
            known = PluginBundle.all(framework).stream()
                    .map(Bundle::getSymbolicName)
                    .collect(Collectors.toSet());
            plugins = known;
        }
        return known.contains(name);
    }

    private Optional<String> find(String logger) {
        String entry = logger.replace('.', '/') + ".class";
        return PluginBundle.all(framework).stream()
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED && bundle.getEntry(entry) != null)
                .map(Bundle::getSymbolicName)
                .findFirst();
    }
}
