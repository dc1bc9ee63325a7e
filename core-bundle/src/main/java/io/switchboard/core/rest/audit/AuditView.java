package io.switchboard.core.rest.audit;

import io.switchboard.core.store.Json;
import io.switchboard.core.store.audit.AuditRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log. */
public record AuditView(
        UUID id,
        Instant at,
        String kind,
        String actor,
        String channel,
        @Nullable String address,
        String object,
        @Nullable Object before,
        @Nullable Object after) {
    static AuditView of(AuditRow row) {
        return new AuditView(
                row.id(),
                row.happenedAt(),
                row.kind(),
                row.actor(),
                row.channel(),
                row.address(),
                row.object(),
                row.beforeState() == null ? null : Json.tree(row.beforeState()),
                row.afterState() == null ? null : Json.tree(row.afterState()));
    }
}
