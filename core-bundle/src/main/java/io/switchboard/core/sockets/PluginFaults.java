package io.switchboard.core.sockets;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * What was found to be wrong with plugins when nobody called them, for example that their REST resources cannot be served.
 * It is forgotten when the plugin stops. For any number of threads.
 */
@Component(service = PluginFaults.class)
public final class PluginFaults implements BundleListener {
    private final BundleContext bundles;
    private final Map<String, Map<String, String>> faults = new ConcurrentHashMap<>();

    /** Begins to watch for plugins that stop. */
    @Activate
    public PluginFaults(BundleContext bundles) {
        this.bundles = bundles;
        bundles.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        bundles.removeBundleListener(this);
    }

    /**
     * Keeps a fault, in the place of what was kept of the same matter.
     *
     * @param plugin the id of the plugin
     * @param matter what it concerns
     * @param message what is wrong, a sentence for an administrator
     */
    public void tell(String plugin, String matter, String message) {
        faults.computeIfAbsent(plugin, id -> new ConcurrentHashMap<>()).put(matter, message);
    }

    /** Forgets the fault of a matter, if there is one. */
    public void clear(String plugin, String matter) {
        Map<String, String> own = faults.get(plugin);
        if (own != null) {
            own.remove(matter);
        }
    }

    /** Returns the plugins that have faults. */
    List<String> plugins() {
        return faults.keySet().stream().filter(plugin -> !of(plugin).isEmpty()).toList();
    }

    /** Returns the faults of a plugin, sentences for an administrator. */
    public List<String> of(String plugin) {
        return faults.getOrDefault(plugin, Map.of()).values().stream().sorted().toList();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String name = event.getBundle().getSymbolicName();
        if (event.getType() == BundleEvent.STOPPED && name != null) {
            faults.remove(name);
        }
    }
}
