package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.NamedHosts;
import io.switchboard.core.plugins.ReadSnapshots.Snapshot;
import io.switchboard.core.store.plugin.PluginRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param outgoingHosts the hosts that its manifest names, or null if its archive cannot be read any more
     */
    public record SnapshotEntry(
            String id,
            String name,
            String version,
            String sha256,
            boolean enabled,
            @Nullable List<String> outgoingHosts) {
        static SnapshotEntry of(PluginRow row, NamedHosts hosts) {
            return new SnapshotEntry(row.id(), row.name(), row.version(), row.sha256(), row.enabled(), hosts.of(row));
        }
    }

    static SnapshotContent of(Snapshot snapshot, NamedHosts hosts) {
        return new SnapshotContent(
                SnapshotView.of(snapshot.row()),
                snapshot.plugins().stream()
                        .map(row -> SnapshotEntry.of(row, hosts))
                        .toList());
    }
}
