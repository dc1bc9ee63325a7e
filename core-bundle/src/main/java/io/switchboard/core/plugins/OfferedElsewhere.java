package io.switchboard.core.plugins;

import java.time.Instant;
import java.util.List;
import org.osgi.framework.Filter;

/** Knows what update sites have that is not here. */
public interface OfferedElsewhere {
    /**
     * A plugin of an update site that would give what is missing.
     *
     * @param indexBuiltAt from when the index of the site is by which that is known
     */
    record Giver(String site, String plugin, String version, Instant indexBuiltAt) {
        /** Returns what it is, for a person. */
        String told() {
            return "the plugin " + plugin + " " + version + " of the update site " + site
                    + " gives it (by its index of " + indexBuiltAt + "): install that first";
        }
    }

    /** Has the sites be read whose index is not known or has run out. It may take its time, so do not call it in a change. */
    void look();

    /** Returns the newest of each plugin that gives something, going by what is known of the sites, without asking them. */
    List<Giver> givers(String kind, Filter what);

    /** Returns why sites are not believed or away, a sentence for each. */
    List<String> troubles();
}
