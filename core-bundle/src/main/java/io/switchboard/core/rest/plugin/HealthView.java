package io.switchboard.core.rest.plugin;

import io.switchboard.core.sockets.PluginWellbeing.PluginState;
import java.util.List;
import java.util.Locale;

/**
 * How a plugin feels.
 *
 * @param grade {@code green}, {@code yellow}, {@code red}, or {@code unknown} if it serves nothing at the moment
 * @param messages what is the matter, one entry for each matter; empty if all is well
 * @param matters the same in the same order, with the kinds of what the desk says of it
 */
public record HealthView(String grade, List<String> messages, List<MatterView> matters) {
    /** Keeps copies. */
    public HealthView {
        messages = List.copyOf(messages);
        matters = List.copyOf(matters);
    }

    /** Nothing is known of it. */
    static HealthView unknown() {
        return new HealthView("unknown", List.of(), List.of());
    }

    static HealthView of(PluginState state) {
        return new HealthView(
                state.grade().name().toLowerCase(Locale.ROOT),
                state.messages(),
                state.messages().stream().map(MatterView::of).toList());
    }
}
