package io.switchboard.core.plugins.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin says of itself in one language. Where a text is missing the plugin's own one stands, which is English.
 *
 * @param language its BCP 47 tag
 * @param texts by the keys of a plugin's files
 */
public record SpokenTexts(String language, Map<String, String> texts) {
    /** What a plugin says that speaks no language of the reader. */
    public static final SpokenTexts ENGLISH = new SpokenTexts("en", Map.of());

    /** Keeps a copy. */
    public SpokenTexts {
        texts = Map.copyOf(texts);
    }

    /** Returns the name of the plugin. */
    public String name(String own) {
        return texts.getOrDefault(PluginTexts.NAME, own);
    }

    /** Returns what the plugin does. */
    public @Nullable String description(@Nullable String own) {
        return or(PluginTexts.DESCRIPTION, own);
    }

    /** Returns the name of a setting. */
    public String setting(String setting, String own) {
        return texts.getOrDefault("setting." + setting + ".name", own);
    }

    /** Returns what a setting is for. */
    public @Nullable String settingDescription(String setting, @Nullable String own) {
        return or("setting." + setting + ".description", own);
    }

    /** Returns the name of a value that a setting can have. */
    public String option(String setting, String value, String own) {
        return texts.getOrDefault("setting." + setting + ".option." + value, own);
    }

    private @Nullable String or(String key, @Nullable String own) {
        String text = texts.get(key);
        return text == null ? own : text;
    }
}
