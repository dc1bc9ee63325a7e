package io.switchboard.core.rest.plugin;

import io.switchboard.core.sockets.PluginWellbeing.PluginState;
import java.util.List;
import java.util.Locale;

/**
 * How a plugin feels.
 *
 * @param grade {@code green}, {@code yellow}, {@code red}, or {@code unknown} if it serves nothing at the moment
 * @param messages what is the matter, one entry for each matter; empty if all is well
 */
public record HealthView(String grade, List<String> messages) {
    /** Keeps a copy. */
    public HealthView {
        messages = List.copyOf(messages);
    }

    static HealthView of(PluginState state) {
        return new HealthView(state.grade().name().toLowerCase(Locale.ROOT), state.messages());
    }
}
