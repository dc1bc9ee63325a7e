package io.switchboard.core.sockets;

import io.switchboard.api.plugin.PluginHealth;
import java.util.List;

/** How the plugins feel: by what they say themselves and by what came of calling them. */
public interface PluginWellbeing {
    /** Returns the state of every plugin that serves a socket or was asked, by id. */
    List<PluginState> states();

    /**
     * A plugin's state.
     *
     * @param plugin its id
     * @param grade the worst of what it says and what was seen of it
     * @param messages what is the matter, one entry for each matter; empty if all is well
     */
    record PluginState(String plugin, PluginHealth.Grade grade, List<String> messages) {
        /** Keeps a copy. */
        public PluginState {
            messages = List.copyOf(messages);
        }
    }
}
