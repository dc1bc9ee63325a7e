package io.switchboard.core.plugins.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the sites offer, read again when it was read five minutes ago. A site that is away is believed for what it said last,
 * as long as that has not run out; one that is refused offers nothing. For any number of threads.
 */
@Component(service = AvailablePlugins.class)
public final class AvailablePlugins {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_TROUBLE = Duration.ofSeconds(30);

    private final UpdateSites sites;
    private final SiteReader reader;
    private final Map<Site, Known> known = new ConcurrentHashMap<>();

    /** Makes it. */
    @Activate
    public AvailablePlugins(@Reference UpdateSites sites, @Reference SiteReader reader) {
        this.sites = sites;
        this.reader = reader;
    }

    /** How a site was found. */
    enum State {
        /** Its index is believed. */
        OK,
        /** It cannot be reached. */
        AWAY,
        /** Its index is not believed. */
        REFUSED
    }

    /**
     * What is known of a site.
     *
     * @param index what it offers, or null if nothing is believed
     * @param message why it is not, or not known any better; null if all is well
     */
    record Known(
            Site site,
            State state,
            @Nullable SiteIndex index,
            @Nullable String message,
            Instant readAt) {}

    /**
     * A plugin that a site offers.
     *
     * @param versions newest first
     */
    record Available(Site site, String id, List<Offer> versions) {
        /** Returns the newest version that is not withdrawn, or null. */
        @Nullable
        Offer newest() {
            return versions.stream()
                    .filter(offer -> offer.withdrawn() == null)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Returns how each site was found, in the order in which they count. */
    List<Known> states() {
        List<Site> all = sites.all();
        known.keySet().retainAll(all);
        return all.stream().map(this::look).toList();
    }

    /** Returns the plugins of all sites by their ids, each from the first site that has it. */
    Map<String, Available> all() {
        Map<String, Available> plugins = new TreeMap<>();
        for (Known site : states()) {
            SiteIndex index = site.index();
            if (index != null) {
                Map<String, List<Offer>> byId = new TreeMap<>();
                index.plugins()
                        .forEach(offer -> byId.computeIfAbsent(offer.id(), first -> new ArrayList<>())
                                .add(offer));
                byId.forEach((id, offers) -> {
                    offers.sort(Comparator.comparing((Offer offer) -> Version.parseVersion(offer.version()))
                            .reversed());
                    plugins.putIfAbsent(id, new Available(site.site(), id, offers));
                });
            }
        }
        return plugins;
    }

    /** Returns what is known of the sites in the order in which they count, without asking them. */
    List<Known> known() {
        return sites.all().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(AvailablePlugins::lasting)
                .toList();
    }

    /** Reads the sites of which no index is known that still holds. */
    void lookWhereNothingIsKnown() {
        sites.all().stream()
                .filter(site -> {
                    Known before = known.get(site);
                    return before == null || lasting(before).index() == null;
                })
                .forEach(this::look);
    }

    /** An index that has run out since is not believed any more. */
    private static Known lasting(Known site) {
        SiteIndex index = site.index();
        return index == null || index.expiresAt().isAfter(Instant.now())
                ? site
                : new Known(
                        site.site(), State.REFUSED, null, "its index ran out at " + index.expiresAt(), site.readAt());
    }

    /** Has each site be read anew. */
    void forget() {
        known.clear();
    }

    private Known look(Site site) {
        return known.compute(
                site, (same, before) -> before != null && stillHolds(before) ? before : read(site, before));
    }

    private static boolean stillHolds(Known before) {
        Instant now = Instant.now();
        SiteIndex index = before.index();
        boolean fresh = index == null || index.expiresAt().isAfter(now);
        Duration kept = before.state() == State.OK ? KEPT : KEPT_TROUBLE;
        return fresh && now.isBefore(before.readAt().plus(kept));
    }

    private Known read(Site site, @Nullable Known before) {
        try {
            return new Known(site, State.OK, reader.read(site), null, Instant.now());
        } catch (SiteRefused refused) {
            SiteIndex last = before == null ? null : before.index();
            boolean stands =
                    refused.isAway() && last != null && last.expiresAt().isAfter(Instant.now());
            return new Known(
                    site,
                    refused.isAway() ? State.AWAY : State.REFUSED,
                    stands ? last : null,
                    refused.getMessage(),
                    Instant.now());
        }
    }
}
