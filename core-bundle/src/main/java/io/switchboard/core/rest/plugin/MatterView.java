package io.switchboard.core.rest.plugin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is the matter with a plugin.
 *
 * @param message in English
 * @param code the kind of what the desk says of it, for who says it in another language; null where the plugin says it itself
 * @param parameters what a sentence of that kind needs
 */
public record MatterView(String message, @Nullable String code, Map<String, String> parameters) {
    /** Keeps a copy. */
    public MatterView {
        parameters = Map.copyOf(parameters);
    }

    static MatterView of(String message) {
        return PluginMatter.of(message)
                .map(matter -> new MatterView(message, matter.id(), matter.parameters(message)))
                .orElseGet(() -> new MatterView(message, null, Map.of()));
    }
}
