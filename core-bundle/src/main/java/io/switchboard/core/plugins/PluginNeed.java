package io.switchboard.core.plugins;

import io.switchboard.core.plugins.OfferedElsewhere.Giver;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.resource.Namespace;

/**
 * What a plugin needs of others: a package, or anything else that OSGi calls a requirement.
 *
 * @param kind the namespace, for example {@code osgi.wiring.package}
 * @param name what is needed there, or the filter by which it is looked for
 * @param versions which versions, for a person, or null if any
 * @param optional whether the plugin runs without it
 * @param from the bundles that give it, each with its version; empty if none does
 * @param offers the plugins of update sites that would give it, if nothing here does
 */
public record PluginNeed(
        String kind, String name, @Nullable String versions, boolean optional, List<String> from, List<Giver> offers) {
    private static final Pattern TERM = Pattern.compile("\\((!)?\\(?([A-Za-z0-9._-]+)(>=|<=|=)([^()]*)\\)");

    /** Keeps a copy. */
    public PluginNeed {
        from = List.copyOf(from);
        offers = List.copyOf(offers);
    }

    static PluginNeed of(BundleRequirement requirement, List<String> from, OfferedElsewhere elsewhere) {
        String kind = requirement.getNamespace();
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        String name = filter;
        List<String> versions = new ArrayList<>();
        Matcher terms = TERM.matcher(filter);
        while (terms.find()) {
            if (terms.group(2).equals(kind)) {
                name = terms.group(4);
            } else if (terms.group(2).equals("version") || terms.group(2).equals("bundle-version")) {
                versions.add(bound(terms.group(1) != null, terms.group(3)) + " " + terms.group(4));
            }
        }
        boolean optional = Namespace.RESOLUTION_OPTIONAL.equals(
                requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
        List<Giver> offers = from.isEmpty() && !filter.isEmpty() ? offers(kind, filter, elsewhere) : List.of();
        return new PluginNeed(
                kind, name, versions.isEmpty() ? null : String.join(", ", versions), optional, from, offers);
    }

    private static List<Giver> offers(String kind, String filter, OfferedElsewhere elsewhere) {
        try {
            return elsewhere.givers(kind, FrameworkUtil.createFilter(filter));
        } catch (InvalidSyntaxException checkedByTheFramework) {
            throw new IllegalStateException(checkedByTheFramework);
        }
    }

    private static String bound(boolean not, String operator) {
        return switch (operator) {
            case ">=" -> not ? "below" : "from";
            case "<=" -> not ? "above" : "up to";
            default -> not ? "not" : "exactly";
        };
    }

    /** Returns what is needed, for a person. */
    String told() {
        String thing = kind.equals(PackageNamespace.PACKAGE_NAMESPACE) ? "the package " + name : kind + " " + name;
        return versions == null ? thing : thing + " (version " + versions + ")";
    }
}
