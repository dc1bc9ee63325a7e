package io.switchboard.core.sockets;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;

/** Finds plugins that are expected to serve a socket and do not at this moment: they are starting, or take new settings. */
final class AbsentPlugins {
    private static final String NAMESPACE = "io.switchboard.plugin";
    private static final int TO_RUN = Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final BundleContext context;

    AbsentPlugins(BundleContext context) {
        this.context = context;
    }

    /** Returns the ids of the plugins that run, say that they fit the socket, and are not among those that serve it. */
    List<String> of(Class<?> socket, Set<String> serving) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & TO_RUN) != 0 && !serving.contains(bundle.getSymbolicName()))
                .filter(bundle -> fits(bundle, socket))
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
    }

    private static boolean fits(Bundle bundle, Class<?> socket) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(NAMESPACE).stream()
                        .anyMatch(capability -> socket.getSimpleName()
                                .equals(capability.getAttributes().get("socket")));
    }
}
