package io.switchboard.core.store.plugin;

import java.util.List;

/** Keeps the latest settings of each plugin as they were. Each method works in the thread's transaction. */
public interface SettingsVersionStore {
    /** Returns the versions of a plugin's settings, newest first. */
    List<SettingsVersionRow> all(String plugin);

    /** Keeps a version that is not kept yet. */
    void add(SettingsVersionRow row);

    /** Removes the versions of a plugin's settings that are lower. */
    void removeBefore(String plugin, long version);
}
