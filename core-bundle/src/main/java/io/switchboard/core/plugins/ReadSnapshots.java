package io.switchboard.core.plugins;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.SnapshotRow;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what was installed after each of the latest changes, and in what two of those sets differ. */
@Component(service = ReadSnapshots.class)
public final class ReadSnapshots {
    private final Snapshots snapshots;
    private final InstalledPlugins installed;

    /** Makes the use case. */
    @Activate
    public ReadSnapshots(@Reference Snapshots snapshots, @Reference InstalledPlugins installed) {
        this.snapshots = snapshots;
        this.installed = installed;
    }

    /**
     * A snapshot.
     *
     * @param plugins what was installed, in the order of the ids
     */
    public record Snapshot(SnapshotRow row, List<PluginRow> plugins) {
        /** Keeps a copy. */
        public Snapshot {
            plugins = List.copyOf(plugins);
        }
    }

    /** Returns the snapshots, newest first. */
    public List<SnapshotRow> all(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return snapshots.all();
    }

    /**
     * Returns a snapshot.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found} if it is not kept
     */
    public Snapshot one(Caller caller, long number) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return new Snapshot(snapshots.find(number), snapshots.plugins(number));
    }

    /**
     * Compares a snapshot with another.
     *
     * @param other the number of the later one, or null for what is installed now
     */
    public SetDifference compare(Caller caller, long number, @Nullable Long other) {
        List<PluginRow> earlier = one(caller, number).plugins();
        List<PluginRow> later =
                other == null ? installed.all() : one(caller, other).plugins();
        return SetDifference.between(earlier, later);
    }
}
