package io.switchboard.core.plugins;

import java.util.Optional;

/** Finds out whether a plugin that runs can do its work. */
interface AskPlugin {
    /** Returns what a plugin says is the matter if it cannot do its work; one that says nothing of it can. */
    Optional<String> trouble(String plugin);

    /**
     * Waits until a plugin can do its work.
     *
     * @param deadline until when to wait, by {@link System#nanoTime()}
     * @return nothing if it can; else what is the matter
     */
    Optional<String> await(String plugin, long deadline);
}
