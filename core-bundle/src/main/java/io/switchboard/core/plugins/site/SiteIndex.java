package io.switchboard.core.plugins.site;

import java.time.Instant;
import java.util.List;

/**
 * What a site offers, as its index says it.
 *
 * @param serial grows with each build of the site
 * @param builtAt when it was built
 * @param expiresAt until when it may be believed, so that nobody can hold back newer ones for ever
 */
public record SiteIndex(long serial, Instant builtAt, Instant expiresAt, List<Offer> plugins) {
    /** Keeps a copy. */
    public SiteIndex {
        plugins = List.copyOf(plugins);
    }
}
