package io.switchboard.core.plugins;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What installing an archive would do.
 *
 * @param archive what was read of the archive
 * @param sockets which sockets it says it fits
 * @param replaces the version that it takes the place of, or null
 * @param refusals why it cannot be installed; empty if it can
 * @param notes what an administrator should know before
 */
public record PluginPlan(
        PluginArchive archive,
        List<String> sockets,
        @Nullable String replaces,
        List<String> refusals,
        List<String> notes) {
    /** Keeps copies. */
    public PluginPlan {
        sockets = List.copyOf(sockets);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }
}
