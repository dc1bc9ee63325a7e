package io.switchboard.core.store.plugin;

import java.util.List;

/** Keeps what was installed after each change. Each method works in the thread's transaction. */
public interface SnapshotStore {
    /** Returns all snapshots, newest first. */
    List<SnapshotRow> all();

    /** Returns the plugins of a snapshot in the order of their ids, without failures; none if there is no such snapshot. */
    List<PluginRow> plugins(long number);

    /** Keeps what is installed now. */
    void add(SnapshotRow snapshot);

    /** Removes the snapshots with a lower number. */
    void removeBefore(long number);
}
