package io.switchboard.core.plugins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/** Tells what a bundle and the others need of each other. */
final class PluginWiring {
    private static final Set<String> OWN =
            Set.of(IdentityNamespace.IDENTITY_NAMESPACE, "osgi.wiring.bundle", "osgi.wiring.host");

    private final FrameworkWiring wiring;
    private final OfferedElsewhere elsewhere;

    PluginWiring(FrameworkWiring wiring, OfferedElsewhere elsewhere) {
        this.wiring = wiring;
        this.elsewhere = elsewhere;
    }

    /** Returns what the requirements ask for, and who gives it. */
    List<PluginNeed> needs(Collection<BundleRequirement> requirements) {
        return requirements.stream()
                .filter(requirement -> !Namespace.EFFECTIVE_ACTIVE.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE)))
                .map(requirement -> PluginNeed.of(requirement, givers(wiring.findProviders(requirement)), elsewhere))
                .toList();
    }

    /** Returns what the capabilities give, each with its version if it has one. */
    static List<String> gives(Collection<BundleCapability> capabilities) {
        List<String> given = new ArrayList<>();
        for (BundleCapability capability : capabilities) {
            String kind = capability.getNamespace();
            Object name = capability.getAttributes().get(kind);
            if (!OWN.contains(kind) && name != null) {
                Object version = capability.getAttributes().get("version");
                given.add(kind + " " + name + (version == null ? "" : " " + version));
            }
        }
        return given;
    }

    /** Returns the ids of the plugins that are wired to one, and so are wired anew when it is exchanged. */
    List<String> dependents(Bundle bundle) {
        Set<String> names = new TreeSet<>();
        wiring.getDependencyClosure(List.of(bundle)).forEach(dependent -> names.add(dependent.getSymbolicName()));
        names.remove(bundle.getSymbolicName());
        return List.copyOf(names);
    }

    /** Returns why a need cannot be met, and what is here instead. */
    String missing(PluginNeed need) {
        String missing = "needs " + need.told() + ", which nothing here gives";
        List<String> others = need.kind().equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? givers(wiring.findProviders(new AnyVersion(need.name())))
                : List.of();
        List<String> told = new ArrayList<>(List.of(missing));
        if (!others.isEmpty()) {
            told.add("other versions are here from " + String.join(", ", others));
        }
        need.offers().forEach(giver -> told.add(giver.told()));
        if (need.offers().isEmpty()) {
            told.addAll(elsewhere.troubles());
        }
        return String.join("; ", told);
    }

    private static List<String> givers(Collection<BundleCapability> capabilities) {
        Set<String> names = new TreeSet<>();
        for (BundleCapability capability : capabilities) {
            Bundle bundle = capability.getRevision().getBundle();
            Object version = capability.getAttributes().get("version");
            names.add(bundle.getSymbolicName() + (version == null ? "" : " " + version));
        }
        return List.copyOf(names);
    }

    /** A package in whatever version. */
    private record AnyVersion(String name) implements Requirement {
        @Override
        public String getNamespace() {
            return PackageNamespace.PACKAGE_NAMESPACE;
        }

        @Override
        public Map<String, String> getDirectives() {
            return Map.of(
                    Namespace.REQUIREMENT_FILTER_DIRECTIVE,
                    "(" + PackageNamespace.PACKAGE_NAMESPACE + "=" + name + ")");
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Resource getResource() {
            throw new UnsupportedOperationException("it belongs to no bundle");
        }
    }
}
