package io.switchboard.core.plugins.site;

import io.switchboard.core.plugins.OfferedElsewhere;
import io.switchboard.core.plugins.site.AvailablePlugins.Known;
import io.switchboard.core.plugins.site.AvailablePlugins.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Filter;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the trusted update sites could give. */
@Component(service = OfferedElsewhere.class)
public final class SiteGivers implements OfferedElsewhere {
    private static final Comparator<Offer> BY_VERSION =
            Comparator.comparing(offer -> Version.parseVersion(offer.version()));

    private final AvailablePlugins available;

    /** Makes it. */
    @Activate
    public SiteGivers(@Reference AvailablePlugins available) {
        this.available = available;
    }

    @Override
    public void look() {
        available.lookWhereNothingIsKnown();
    }

    @Override
    public List<Giver> givers(String kind, Filter what) {
        List<Giver> givers = new ArrayList<>();
        for (Known site : available.known()) {
            SiteIndex index = site.index();
            if (index != null) {
                newest(index, kind, what)
                        .values()
                        .forEach(offer -> givers.add(
                                new Giver(site.site().name(), offer.id(), offer.version(), index.builtAt())));
            }
        }
        return givers;
    }

    private static Map<String, Offer> newest(SiteIndex index, String kind, Filter what) {
        Map<String, Offer> newest = new TreeMap<>();
        index.plugins().stream()
                .filter(offer -> offer.withdrawn() == null)
                .filter(offer -> offer.gives().stream().anyMatch(given -> given.fits(kind, what)))
                .forEach(offer -> newest.merge(offer.id(), offer, (a, b) -> BY_VERSION.compare(a, b) >= 0 ? a : b));
        return newest;
    }

    @Override
    public List<String> troubles() {
        return available.known().stream()
                .filter(site -> site.state() != State.OK)
                .map(SiteGivers::trouble)
                .toList();
    }

    /** Says what is the matter with a site. */
    static String trouble(Known site) {
        return "the update site " + site.site().name() + " is "
                + site.state().name().toLowerCase(Locale.ROOT) + ": " + site.message();
    }
}
