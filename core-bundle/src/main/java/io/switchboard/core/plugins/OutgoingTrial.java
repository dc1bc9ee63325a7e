package io.switchboard.core.plugins;

import io.switchboard.api.plugin.OutgoingHttp;
import io.switchboard.core.outgoing.DeclaredHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;

/** Reads which hosts an archive declares to call, and whether that is more than the version before it does. */
final class OutgoingTrial {
    private static final String SERVICE = "osgi.service";

    private final Bundle bundle;
    private final DeclaredHosts declared;
    private final @Nullable DeclaredHosts before;
    private final Set<String> fields;
    private final Function<String, List<String>> settings;

    /**
     * Makes it.
     *
     * @param fields the names of its settings
     * @param settings gives the values that a setting has now
     */
    OutgoingTrial(Bundle bundle, @Nullable Bundle before, Set<String> fields, Function<String, List<String>> settings) {
        this.bundle = bundle;
        this.declared = declaredBy(bundle);
        this.before = before == null ? null : declaredBy(before);
        this.fields = Set.copyOf(fields);
        this.settings = settings;
    }

    static DeclaredHosts declaredBy(Bundle bundle) {
        return DeclaredHosts.of(bundle.getHeaders("").get(DeclaredHosts.HEADER));
    }

    List<PlannedHost> hosts() {
        return declared.tooMany()
                ? List.of()
                : declared.entries().stream()
                        .map(entry -> new PlannedHost(entry, DeclaredHosts.hosts(entry, settings), isAdded(entry)))
                        .toList();
    }

    List<String> refusals() {
        if (declared.tooMany()) {
            return List.of("names more than 50 hosts in " + DeclaredHosts.HEADER);
        }
        List<String> refusals = new ArrayList<>();
        declared.malformed()
                .forEach(entry -> refusals.add("has an entry in " + DeclaredHosts.HEADER + " that names no host: "
                        + entry.substring(0, Math.min(100, entry.length()))));
        for (String entry : declared.entries()) {
            String setting = DeclaredHosts.setting(entry);
            if (setting != null && !fields.contains(setting)) {
                refusals.add(
                        "names the host of a setting that it does not have in " + DeclaredHosts.HEADER + ": " + entry);
            }
        }
        return refusals;
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        List<PlannedHost> more = hosts().stream().filter(PlannedHost::added).toList();
        if (!more.isEmpty()) {
            notes.add("may call more than the version before: "
                    + more.stream().map(PlannedHost::declared).collect(Collectors.joining(", ")));
        }
        if (declared.entries().contains("*")) {
            notes.add("may call any host");
        }
        if (declared.entries().isEmpty() && wantsToCall()) {
            notes.add(
                    "uses OutgoingHttp and names no host in " + DeclaredHosts.HEADER + ", so that it can call nobody");
        }
        return notes;
    }

    private boolean isAdded(String entry) {
        return before != null && !before.cover(entry);
    }

    private boolean wantsToCall() {
        return bundle.adapt(BundleRevision.class).getDeclaredRequirements(SERVICE).stream()
                .map(requirement -> requirement.getDirectives().get(Constants.FILTER_DIRECTIVE))
                .anyMatch(filter -> filter != null && filter.contains(OutgoingHttp.class.getName()));
    }
}
