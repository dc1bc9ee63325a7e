package io.switchboard.core.plugins.site;

import io.switchboard.core.plugins.SiteArchives;
import io.switchboard.core.plugins.site.AvailablePlugins.Known;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The archives of the sites that the desk trusts. */
@Component(service = SiteArchives.class)
public final class TrustedSiteArchives implements SiteArchives {
    private final AvailablePlugins available;
    private final SiteReader reader;

    /** Makes it. */
    @Activate
    public TrustedSiteArchives(@Reference AvailablePlugins available, @Reference SiteReader reader) {
        this.available = available;
        this.reader = reader;
    }

    @Override
    public byte[] read(String site, String plugin, String sha256) throws IOException {
        Known known = available.states().stream()
                .filter(one -> one.site().name().equals(site))
                .findFirst()
                .orElseThrow(() -> new IOException("the desk trusts no update site " + site));
        SiteIndex index = known.index();
        if (index == null) {
            throw new IOException("nothing is taken from the update site " + site + ": " + known.message());
        }
        Offer offer = index.plugins().stream()
                .filter(one -> one.id().equals(plugin) && one.sha256().equals(sha256))
                .findFirst()
                .orElseThrow(() -> new IOException("the update site " + site + " has no such archive"));
        if (offer.withdrawn() != null) {
            throw new IOException("the update site " + site + " has withdrawn it: " + offer.withdrawn());
        }
        try {
            return reader.archive(known.site(), offer);
        } catch (SiteRefused refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }
}
