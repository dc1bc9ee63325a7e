package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.site.ListAvailable.Item;
import io.switchboard.core.plugins.site.ListAvailable.Offered;
import io.switchboard.core.plugins.site.ListAvailable.SiteState;
import io.switchboard.core.plugins.site.Offer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What update sites offer.
 *
 * @param sites how each site was found
 */
public record AvailableView(
        List<AvailablePluginView> items, @Nullable String next, List<SiteStateView> sites) {
    /** Keeps copies. */
    public AvailableView {
        items = List.copyOf(items);
        sites = List.copyOf(sites);
    }

    /**
     * A plugin that is offered.
     *
     * @param installed the installed version, or null
     * @param update the version that may take its place, or null
     * @param versions newest first
     */
    public record AvailablePluginView(
            String id,
            String site,
            @Nullable String installed,
            @Nullable String update,
            List<OfferView> versions) {
        /** Keeps a copy. */
        public AvailablePluginView {
            versions = List.copyOf(versions);
        }

        static AvailablePluginView of(Item item) {
            return new AvailablePluginView(
                    item.id(),
                    item.site(),
                    item.installed(),
                    item.update(),
                    item.versions().stream().map(OfferView::of).toList());
        }
    }

    /** A version that is offered. */
    public record OfferView(
            String version,
            String name,
            @Nullable String vendor,
            @Nullable String description,
            long size,
            String sha256,
            @Nullable String signer,
            Instant date,
            @Nullable String changelog,
            List<String> vulnerabilities,
            @Nullable String withdrawn) {
        /** Keeps a copy. */
        public OfferView {
            vulnerabilities = List.copyOf(vulnerabilities);
        }

        static OfferView of(Offer offer) {
            return new OfferView(
                    offer.version(),
                    offer.name(),
                    offer.vendor(),
                    offer.description(),
                    offer.size(),
                    offer.sha256(),
                    offer.signer(),
                    offer.date(),
                    offer.changelog(),
                    offer.vulnerabilities(),
                    offer.withdrawn());
        }
    }

    /**
     * How a site was found.
     *
     * @param state {@code ok}, {@code away} or {@code refused}
     */
    public record SiteStateView(
            String name,
            String state,
            @Nullable String message,
            @Nullable Instant expiresAt,
            Instant readAt) {
        static SiteStateView of(SiteState site) {
            return new SiteStateView(site.name(), site.state(), site.message(), site.expiresAt(), site.readAt());
        }
    }

    static AvailableView of(Offered offered) {
        return new AvailableView(
                offered.items().stream().map(AvailablePluginView::of).toList(),
                null,
                offered.sites().stream().map(SiteStateView::of).toList());
    }
}
