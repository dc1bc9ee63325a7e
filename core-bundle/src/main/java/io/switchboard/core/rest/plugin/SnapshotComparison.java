package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.NamedHosts;
import io.switchboard.core.plugins.SetDifference;
import io.switchboard.core.rest.plugin.SnapshotContent.SnapshotEntry;
import io.switchboard.core.store.plugin.PluginRow;
import java.util.List;

/**
 * In what a later set of plugins is another than an earlier one.
 *
 * @param added what only the later has
 * @param removed what only the earlier has
 * @param changed what both have, but with other content, or running in one and lying still in the other
 */
public record SnapshotComparison(List<SnapshotEntry> added, List<SnapshotEntry> removed, List<SnapshotChange> changed) {
    /** Keeps copies. */
    public SnapshotComparison {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** A plugin that is another in the two sets. */
    public record SnapshotChange(SnapshotEntry before, SnapshotEntry after) {}

    static SnapshotComparison of(SetDifference difference, NamedHosts hosts) {
        return new SnapshotComparison(
                entries(difference.added(), hosts),
                entries(difference.removed(), hosts),
                difference.changed().stream()
                        .map(change -> new SnapshotChange(
                                SnapshotEntry.of(change.before(), hosts), SnapshotEntry.of(change.after(), hosts)))
                        .toList());
    }

    private static List<SnapshotEntry> entries(List<PluginRow> rows, NamedHosts hosts) {
        return rows.stream().map(row -> SnapshotEntry.of(row, hosts)).toList();
    }
}
