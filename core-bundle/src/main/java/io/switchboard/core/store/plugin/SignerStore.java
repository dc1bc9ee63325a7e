package io.switchboard.core.store.plugin;

import java.util.List;
import java.util.Optional;

/** Keeps which plugins are bound to whose signature. Each method works in the thread's transaction. */
public interface SignerStore {
    /** Returns all, in the order of the ids of plugins. */
    List<SignerRow> all();

    /** Returns what a plugin is bound to, or nothing if it never was. */
    Optional<SignerRow> find(String plugin);

    /** Puts a binding in the place of the one of its plugin, if there is one. */
    void put(SignerRow row);
}
