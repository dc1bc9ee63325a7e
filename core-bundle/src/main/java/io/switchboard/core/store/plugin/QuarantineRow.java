package io.switchboard.core.store.plugin;

import java.time.Instant;

/**
 * A row of {@code plugin_quarantine}.
 *
 * @param pluginId which plugin is asked nothing
 * @param sha256 the bytes of which that holds
 * @param since when it began
 * @param reason why, a sentence for an administrator, at most 1,000 characters
 */
public record QuarantineRow(String pluginId, String sha256, Instant since, String reason) {}
