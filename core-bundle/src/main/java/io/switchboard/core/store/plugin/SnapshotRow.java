package io.switchboard.core.store.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code plugin_snapshot}: that the set of installed plugins changed, and to what.
 *
 * @param number grows with time
 * @param madeAt when, by the machine's clock
 * @param actor who changed it, as the audit log says it, for example {@code person:} and an id
 * @param cause what was done, for example {@code installed}
 * @param pluginId to which plugin, or null if to several
 */
public record SnapshotRow(
        long number,
        Instant madeAt,
        String actor,
        String cause,
        @Nullable String pluginId) {}
