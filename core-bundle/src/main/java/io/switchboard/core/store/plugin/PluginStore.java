package io.switchboard.core.store.plugin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps which plugins are installed, and what was found in folders. Each method works in the thread's transaction. */
public interface PluginStore {
    /** Returns all plugins in the order of their ids. */
    List<PluginRow> all();

    /** Returns a plugin, or nothing. */
    Optional<PluginRow> find(String id);

    /** Puts a plugin in the place of the one with its id, if there is one. */
    void put(PluginRow plugin);

    /** Says why a plugin does not run, or with null that it does. */
    void fail(String id, @Nullable String failure);

    /** Removes a plugin; nothing happens if there is none. */
    void remove(String id);

    /** Keeps a piece of an archive. */
    void addPiece(String sha256, int place, byte[] bytes);

    /** Returns a piece of an archive, or nothing after the last. */
    Optional<byte[]> piece(String sha256, int place);

    /** Removes the archives that no plugin consists of, neither now nor in a snapshot. */
    void removeUnusedArchives();

    /** Returns what of a kind was dealt with, in the order of the names. */
    List<SourceRow> sources(String kind);

    /** Returns whether the archive of a source is known of another place in a plugin folder. */
    boolean elsewhere(SourceRow source);

    /** Puts a source in the place of the one with its kind and name. */
    void putSource(SourceRow source);

    /** Removes a source; nothing happens if there is none. */
    void removeSource(String kind, String name);
}
