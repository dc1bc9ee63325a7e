package io.switchboard.core.plugins.site;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.ReadPlugins;
import io.switchboard.core.plugins.site.AvailablePlugins.Available;
import io.switchboard.core.plugins.site.AvailablePlugins.Known;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what the sites offer, beside what is installed. */
@Component(service = ListAvailable.class)
public final class ListAvailable {
    private final AvailablePlugins available;
    private final ReadPlugins installed;

    /** Makes the use case. */
    @Activate
    public ListAvailable(@Reference AvailablePlugins available, @Reference ReadPlugins installed) {
        this.available = available;
        this.installed = installed;
    }

    /**
     * What there is.
     *
     * @param sites how each was found, in the order in which they count
     */
    public record Offered(List<Item> items, List<SiteState> sites) {
        /** Keeps copies. */
        public Offered {
            items = List.copyOf(items);
            sites = List.copyOf(sites);
        }
    }

    /**
     * A plugin that is offered.
     *
     * @param site the name of the site that offers it
     * @param installed the installed version, or null
     * @param update the version that may take its place: the newest that is not withdrawn, if it is newer; or null
     * @param versions newest first
     */
    public record Item(
            String id,
            String site,
            @Nullable String installed,
            @Nullable String update,
            List<Offer> versions) {
        /** Keeps a copy. */
        public Item {
            versions = List.copyOf(versions);
        }
    }

    /**
     * How a site was found.
     *
     * @param state {@code ok}, {@code away} or {@code refused}
     * @param message why it is not believed, or null
     * @param expiresAt until when its index may be believed, or null if there is none
     */
    public record SiteState(
            String name,
            String state,
            @Nullable String message,
            @Nullable Instant expiresAt,
            Instant readAt) {}

    /**
     * Returns what the sites offer, in the order of the ids.
     *
     * @param words part of the id, the name or the description, whatever the case; empty for all
     * @param updates whether only those are wanted that may take the place of an installed one
     * @param refresh whether the sites are read anew first, which is for those who may install what they offer
     */
    public Offered handle(Caller caller, String words, boolean updates, boolean refresh) {
        AccessPolicy.require(caller, refresh ? Right.PLUGIN_EDIT : Right.PLUGIN_READ);
        if (refresh) {
            available.forget();
        }
        Map<String, String> versions = installed.all(caller).stream()
                .collect(Collectors.toMap(
                        plugin -> plugin.row().id(), plugin -> plugin.row().version()));
        String wanted = words.toLowerCase(Locale.ROOT);
        return new Offered(
                available.all().values().stream()
                        .filter(plugin -> says(plugin, wanted))
                        .map(plugin -> item(plugin, versions.get(plugin.id())))
                        .filter(item -> !updates || item.update() != null)
                        .toList(),
                available.states().stream().map(ListAvailable::state).toList());
    }

    private static boolean says(Available plugin, String wanted) {
        Offer first = plugin.versions().get(0);
        return (plugin.id() + " " + first.name() + " " + first.description())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    private static Item item(Available plugin, @Nullable String present) {
        Offer newest = plugin.newest();
        boolean newer = present != null
                && newest != null
                && Version.parseVersion(newest.version()).compareTo(Version.parseVersion(present)) > 0;
        return new Item(
                plugin.id(),
                plugin.site().name(),
                present,
                newer && newest != null ? newest.version() : null,
                plugin.versions());
    }

    private static SiteState state(Known known) {
        SiteIndex index = known.index();
        return new SiteState(
                known.site().name(),
                known.state().name().toLowerCase(Locale.ROOT),
                known.message(),
                index == null ? null : index.expiresAt(),
                known.readAt());
    }
}
