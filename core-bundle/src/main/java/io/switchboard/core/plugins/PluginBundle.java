package io.switchboard.core.plugins;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Tells plugins from the bundles of the server: by where they came from, which only the desk can say. */
final class PluginBundle {
    static final String PLUGIN = "switchboard-plugin:";
    static final String TRIAL = "switchboard-trial:";

    private PluginBundle() {}

    static String location(String id, String sha256) {
        return PLUGIN + id + ":" + sha256;
    }

    static String trialLocation(String sha256) {
        return TRIAL + sha256;
    }

    /** Returns whether a bundle is a plugin, or is tried out as one. */
    static boolean is(Bundle bundle) {
        String location = bundle.getLocation();
        return location != null && (location.startsWith(PLUGIN) || location.startsWith(TRIAL));
    }

    /** Returns all plugins in the framework, those that are only tried out left aside. */
    static List<Bundle> all(BundleContext framework) {
        return Arrays.stream(framework.getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(PLUGIN))
                .toList();
    }

    static Optional<Bundle> find(BundleContext framework, String id) {
        return all(framework).stream()
                .filter(bundle -> bundle.getLocation().startsWith(PLUGIN + id + ":"))
                .findFirst();
    }
}
