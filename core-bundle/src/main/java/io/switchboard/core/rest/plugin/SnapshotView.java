package io.switchboard.core.rest.plugin;

import io.switchboard.core.store.plugin.SnapshotRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the set of installed plugins changed.
 *
 * @param number grows with time
 * @param actor who did it, as in the audit log
 * @param cause {@code installed}, {@code removed}, {@code started}, {@code stopped}, {@code rolled_back}, {@code restored},
 *     {@code offered} by the distribution, or {@code found} so at a start
 * @param plugin what it was done to, or null if to several
 */
public record SnapshotView(
        long number,
        Instant madeAt,
        String actor,
        String cause,
        @Nullable String plugin) {
    static SnapshotView of(SnapshotRow row) {
        return new SnapshotView(row.number(), row.madeAt(), row.actor(), row.cause(), row.pluginId());
    }
}
