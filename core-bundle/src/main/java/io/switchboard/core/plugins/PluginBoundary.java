package io.switchboard.core.plugins;

import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps the server's own bundles from ever being wired to a plugin, so that one can leave without touching them; and lets
 * the next version of a plugin lie beside the present one until it is known to run.
 */
@Component(service = {ResolverHookFactory.class, CollisionHook.class})
public final class PluginBoundary implements ResolverHookFactory, CollisionHook {
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
            }
        }

        @Override
        public void end() {
            // There is nothing to put away.
        }
    }
}
