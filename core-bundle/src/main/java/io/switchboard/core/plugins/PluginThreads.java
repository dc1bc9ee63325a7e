package io.switchboard.core.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;
import org.osgi.framework.Constants;

/**
 * Knows the threads that plugins have made for themselves. One is a plugin's if the first code that it ran, leaving Java's
 * own aside, is the plugin's; if that does not tell, as with an idle thread of a pool, if its class or its context is the
 * plugin's, or if it was made while the plugin was started. Threads of the server on which plugins are asked are not theirs,
 * and virtual threads cannot be seen. For any number of threads.
 */
final class PluginThreads {
    private static final String SERVER = "io.switchboard.";
    private static final String LAMBDA = "$$Lambda"; // of which Java makes a class without a file
    private static final List<String> JAVA = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final BundleContext framework;
    private final Map<Thread, Optional<String>> known = new WeakHashMap<>();

    PluginThreads(BundleContext context) {
        framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    }

    /** A thread that is alive, and whose it is. */
    record Owned(Thread thread, String plugin) {}

    /** Returns all that are alive. */
    synchronized List<Owned> all() {
        List<Bundle> bundles = List.of(framework.getBundles());
        Map<String, Optional<String>> owners = new HashMap<>();
        Function<String, Optional<String>> ownerOfClass =
                name -> owners.computeIfAbsent(name, first -> ownerOfClass(first, bundles));
        List<Owned> owned = new ArrayList<>();
        for (Thread thread : alive()) {
            owner(thread, ownerOfClass).ifPresent(plugin -> owned.add(new Owned(thread, plugin)));
        }
        return owned;
    }

    /** Returns those of one plugin. */
    List<Thread> of(String plugin) {
        return all().stream()
                .filter(owned -> owned.plugin().equals(plugin))
                .map(Owned::thread)
                .toList();
    }

    private static List<Thread> alive() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 64];
        int count = root.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[count * 2];
            count = root.enumerate(threads);
        }
        return Arrays.asList(threads).subList(0, count);
    }

    private Optional<String> owner(Thread thread, Function<String, Optional<String>> ownerOfClass) {
        Optional<String> before = known.get(thread);
        if (before != null) {
            return before;
        }
        String first = firstCode(thread.getStackTrace());
        if (first != null) {
            Optional<String> plugin = ownerOfClass.apply(first);
            if (plugin.isPresent() || isServers(first)) {
                known.put(thread, plugin);
                return plugin;
            }
        }
        return ownerByContext(thread);
    }

    /** Returns the class whose code the thread ran first, those of Java left aside, or null. */
    private static @Nullable String firstCode(StackTraceElement[] stack) {
        for (int frame = stack.length - 1; frame >= 0; frame--) {
            String name = stack[frame].getClassName();
            if (JAVA.stream().noneMatch(name::startsWith)) {
                int lambda = name.indexOf(LAMBDA);
                return lambda < 0 ? name : name.substring(0, lambda);
            }
        }
        return null;
    }

    /** Returns whose class it is; nobody's where a bundle that is no plugin has one of that name. */
    static Optional<String> ownerOfClass(String name, List<Bundle> bundles) {
        String entry = name.replace('.', '/') + ".class";
        Optional<String> owner = Optional.empty();
        for (Bundle bundle : bundles) {
            if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && has(bundle, entry)) {
                if (!PluginBundle.is(bundle)) {
                    return Optional.empty();
                }
                owner = Optional.of(bundle.getSymbolicName());
            }
        }
        return owner;
    }

    private static boolean has(Bundle bundle, String entry) {
        try {
            return bundle.getEntry(entry) != null;
        } catch (IllegalStateException uninstalledMeanwhile) {
            return false;
        }
    }

    private static boolean isServers(String name) {
        return name.startsWith(SERVER + "core.") || name.startsWith(SERVER + "launcher.");
    }

    private static Optional<String> ownerByContext(Thread thread) {
        for (ClassLoader loader : Arrays.asList(thread.getClass().getClassLoader(), thread.getContextClassLoader())) {
            if (loader instanceof BundleReference reference && reference.getBundle() != null) {
                Bundle bundle = reference.getBundle();
                return PluginBundle.is(bundle) ? Optional.of(bundle.getSymbolicName()) : Optional.empty();
            }
        }
        return PluginThreadGroup.of(thread);
    }
}
