package io.switchboard.core.plugins;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the server's own bundles from ever being wired to a plugin, so that one can leave without touching them; keeps
 * plugins from the hooks of the framework, by which one would see the services and change the classes of all others; and
 * lets the next version of a plugin lie beside the present one until it is known to run.
 */
@Component(service = {ResolverHookFactory.class, CollisionHook.class})
public final class PluginBoundary implements ResolverHookFactory, CollisionHook {
    /** How the packages begin that the framework shows its hooks by. */
    static final String HOOKS = "org.osgi.framework.hooks.";

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return new Boundary();
    }

    @Override
    public void filterCollisions(int operation, Bundle target, Collection<Bundle> candidates) {
        candidates.removeIf(PluginBundle::is);
    }

    private static final class Boundary implements ResolverHook {
        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {
            // Everything may be resolved.
        }

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> candidates) {
            if (PluginBundle.is(singleton.getRevision().getBundle())) {
                candidates.clear();
            }
        }

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            if (!PluginBundle.is(requirement.getRevision().getBundle())) {
                candidates.removeIf(
                        candidate -> PluginBundle.is(candidate.getRevision().getBundle()));
            } else {
                candidates.removeIf(Boundary::isHook);
            }
        }

        private static boolean isHook(BundleCapability capability) {
            return String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
                    .startsWith(HOOKS);
        }

        @Override
        public void end() {
            // There is nothing to put away.
        }
    }
}
