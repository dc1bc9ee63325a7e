package io.switchboard.core.store.plugin;

import java.util.List;

/** Keeps which plugins are in quarantine. Each method works in the thread's transaction. */
public interface QuarantineStore {
    /** Returns those whose present bytes are in quarantine, in the order of their ids. */
    List<QuarantineRow> all();

    /**
     * Puts a plugin into quarantine, and forgets what was kept of bytes that are not installed any more.
     *
     * @return false if the plugin is not installed with these bytes; nothing was kept then
     * @throws io.switchboard.core.store.DuplicateKeyException if it is there already
     */
    boolean add(QuarantineRow row);

    /** Takes a plugin out. Returns whether it was there. */
    boolean remove(String plugin);
}
