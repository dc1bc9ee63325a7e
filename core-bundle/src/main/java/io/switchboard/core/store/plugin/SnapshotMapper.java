package io.switchboard.core.store.plugin;

import java.util.List;

/** Statements on {@code plugin_snapshot} and {@code plugin_snapshot_entry}. */
interface SnapshotMapper {
    List<SnapshotRow> all();

    List<PluginRow> entries(long number);

    void insert(SnapshotRow snapshot);

    void insertPresent(long number);

    void deleteEntriesBefore(long number);

    void deleteBefore(long number);
}
