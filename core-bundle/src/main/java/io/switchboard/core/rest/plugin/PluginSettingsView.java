package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.PluginSettings.Settings;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.plugins.text.SpokenTexts;
import io.switchboard.core.rest.InLanguage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings as they are shown.
 *
 * @param schema a JSON Schema of the values
 * @param language of the texts of the schema
 * @param values what was set, secrets left out
 * @param secrets the names of the secrets that are set
 * @param version grows with each change
 */
public record PluginSettingsView(
        Map<String, Object> schema, String language, Map<String, Object> values, List<String> secrets, long version)
        implements InLanguage {
    /** Keeps copies. */
    public PluginSettingsView {
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        secrets = List.copyOf(secrets);
    }

    static PluginSettingsView of(Settings settings, ReaderLanguages languages) {
        SpokenTexts texts = settings.texts().in(languages);
        return new PluginSettingsView(
                settings.schema().in(texts),
                texts.language(),
                settings.values(),
                settings.secrets(),
                settings.version());
    }
}
