package io.switchboard.core.pages;

import io.switchboard.api.people.Right;
import io.switchboard.api.ui.UiContribution;
import io.switchboard.core.access.Caller;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.PluginFaults;
import io.switchboard.core.sockets.SocketRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells a page what plugins add to it: only what its reader may see. */
@Component(service = ReadContributions.class)
public final class ReadContributions {
    /** In the slots that begin so customers see it too, signed in or not. */
    private static final String PORTAL = "portal-";

    private static final String ADMIN_PAGE = "admin-page";
    /** Each shows at least one page of the administrators' area. */
    private static final Set<Right> ADMINISTRATIVE =
            Set.of(Right.PLUGIN_READ, Right.PEOPLE_EDIT, Right.ROLE_EDIT, Right.DESK_CONFIGURE, Right.AUDIT_READ);

    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^a-z0-9-]");

    private final SocketRegistry registry;
    private final PluginCalls calls;
    private final PageFiles files;
    private final PluginFaults faults;

    /** Makes the use case. */
    @Activate
    public ReadContributions(
            @Reference SocketRegistry registry,
            @Reference PluginCalls calls,
            @Reference PageFiles files,
            @Reference PluginFaults faults) {
        this.registry = registry;
        this.calls = calls;
        this.files = files;
        this.faults = faults;
    }

    /**
     * Returns what the caller is shown, in the order in which it stands in each slot. A plugin that does not answer, or
     * whose archive lacks the module, is left out; where no plugin adds anything, nothing is added.
     */
    public List<Contribution> handle(Caller caller) {
        return calls.askAll(registry.services(UiContribution.class), PluginCalls.ADVICE, Described::by).stream()
                .flatMap(ReadContributions::given)
                .flatMap(given -> shown(given.plugin(), given.value()).stream())
                .filter(contribution -> reaches(caller, contribution.slot()))
                .filter(contribution -> caller.rights().containsAll(contribution.rights()))
                .sorted(Comparator.comparingInt(Contribution::order))
                .toList();
    }

    /** Whether the page that has the slot is for the caller. */
    private static boolean reaches(Caller caller, String slot) {
        if (slot.startsWith(PORTAL)) {
            return true;
        }
        return slot.equals(ADMIN_PAGE) ? ADMINISTRATIVE.stream().anyMatch(caller::may) : caller.staff();
    }

    private static Stream<Answer.Given<Described>> given(Answer<Described> answer) {
        return answer instanceof Answer.Given<Described> given ? Stream.of(given) : Stream.empty();
    }

    private Optional<Contribution> shown(String plugin, Described described) {
        String matter = "page module " + described.module();
        if (!files.has(plugin, described.module())) {
            faults.tell(
                    plugin,
                    matter,
                    "'" + described.title() + "' cannot be shown on the pages: the archive has no file "
                            + described.module());
            return Optional.empty();
        }
        faults.clear(plugin, matter);
        return files.version(plugin).map(version -> made(plugin, version, described));
    }

    private static Contribution made(String plugin, String version, Described described) {
        String hash = new Fingerprint()
                .add(version)
                .add(described.module())
                .add(described.export())
                .text();
        String name = NOT_IN_A_NAME.matcher(plugin.toLowerCase(Locale.ROOT)).replaceAll("-");
        return new Contribution(
                plugin,
                described.slot(),
                "sb-" + name + "-" + hash,
                "/x/" + plugin + "/modules/" + version + "/" + described.module(),
                described.export(),
                described.title(),
                described.titles(),
                described.icon(),
                described.order(),
                described.rights());
    }
}
