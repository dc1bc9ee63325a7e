package io.switchboard.core.plugins;

import io.switchboard.core.plugins.signer.SignerStanding;
import java.util.List;
import java.util.Map;

/**
 * What moving to a desired set of plugins would do.
 *
 * @param difference what is exchanged, what only gets other settings among it
 * @param fresh the archives that are not installed yet
 * @param settings what is to be kept, by plugin, where it is another than now
 * @param reasons why it cannot be done; empty if it can
 */
record DesiredPlan(
        SetDifference difference, List<Fresh> fresh, Map<String, Map<String, Object>> settings, List<String> reasons) {
    /** Keeps copies. */
    DesiredPlan {
        fresh = List.copyOf(fresh);
        settings = Map.copyOf(settings);
        reasons = List.copyOf(reasons);
    }

    /** An archive that is not installed yet, and how its signature stands. */
    record Fresh(PluginArchive archive, SignerStanding signer) {}
}
