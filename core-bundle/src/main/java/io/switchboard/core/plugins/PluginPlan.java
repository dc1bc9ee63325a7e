package io.switchboard.core.plugins;

import io.switchboard.core.plugins.PluginRuntime.Fit;
import io.switchboard.core.plugins.signer.SignerStanding;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.plugin.PluginRow;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param detail what else there is to say
 * @param signer how its signature stands to what is demanded of it
 */
public record PluginPlan(
        PluginArchive archive,
        List<String> sockets,
        @Nullable String replaces,
        List<String> refusals,
        List<String> notes,
        PlanDetail detail,
        SignerStanding signer) {
    /** Keeps copies. */
    public PluginPlan {
        sockets = List.copyOf(sockets);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    static PluginPlan of(PluginArchive archive, Fit fit, @Nullable String replaces, SignerStanding signer) {
        List<String> notes = new ArrayList<>(fit.notes());
        if (!archive.signature().signed()) {
            notes.add("is not signed, so that nothing says whose it is");
        }
        List<String> refusals = new ArrayList<>(signer.objections());
        refusals.addAll(fit.refusals());
        return new PluginPlan(archive, List.copyOf(fit.sockets()), replaces, refusals, notes, fit.detail(), signer);
    }

    /** Returns the same, with more that an administrator should know before. */
    public PluginPlan noting(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new PluginPlan(archive, sockets, replaces, refusals, all, detail, signer);
    }

    /** Returns what is to be kept of the plugin once it is installed, but for who installs it and when. */
    PluginRow row(Origin origin) {
        return new PluginRow(
                archive.id(),
                archive.version().toString(),
                archive.name(),
                archive.vendor(),
                archive.license(),
                archive.description(),
                Json.write(sockets),
                archive.sha256(),
                archive.size(),
                origin.id(),
                true,
                null,
                null,
                Instant.EPOCH);
    }
}
