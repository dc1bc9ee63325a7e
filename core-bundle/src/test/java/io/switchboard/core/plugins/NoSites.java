package io.switchboard.core.plugins;

import java.util.List;
import org.osgi.framework.Filter;

/** A desk that trusts no update site. */
final class NoSites implements OfferedElsewhere {
    @Override
    public void look() {
        // There is no site.
    }

    @Override
    public List<Giver> givers(String kind, Filter what) {
        return List.of();
    }

    @Override
    public List<String> troubles() {
        return List.of();
    }
}
