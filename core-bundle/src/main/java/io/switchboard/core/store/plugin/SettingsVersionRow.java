package io.switchboard.core.store.plugin;

import java.time.Instant;

/**
 * A row of {@code plugin_settings_version}.
 *
 * @param version grows with each change of the plugin's settings
 * @param content a JSON object, its secrets sealed
 * @param madeAt when, by the machine's clock
 * @param actor who set them, as the audit log says it, for example {@code person:} and an id
 */
public record SettingsVersionRow(String pluginId, long version, String content, Instant madeAt, String actor) {}
