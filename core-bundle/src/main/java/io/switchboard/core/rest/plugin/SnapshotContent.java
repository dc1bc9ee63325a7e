package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.ReadSnapshots.Snapshot;
import io.switchboard.core.store.plugin.PluginRow;
import java.util.List;

/**
 * What was installed after a change.
 *
 * @param plugins in the order of their ids
 */
public record SnapshotContent(SnapshotView snapshot, List<SnapshotEntry> plugins) {
    /** Keeps a copy. */
    public SnapshotContent {
        plugins = List.copyOf(plugins);
    }

    /**
     * A plugin of a set.
     *
     * @param enabled whether it was to run
     */
    public record SnapshotEntry(String id, String name, String version, String sha256, boolean enabled) {
        static SnapshotEntry of(PluginRow row) {
            return new SnapshotEntry(row.id(), row.name(), row.version(), row.sha256(), row.enabled());
        }
    }

    static SnapshotContent of(Snapshot snapshot) {
        return new SnapshotContent(
                SnapshotView.of(snapshot.row()),
                snapshot.plugins().stream().map(SnapshotEntry::of).toList());
    }
}
