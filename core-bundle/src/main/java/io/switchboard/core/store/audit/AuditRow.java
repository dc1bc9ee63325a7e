package io.switchboard.core.store.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log.
 *
 * @param id grows with time
 * @param happenedAt when, by the machine's clock
 * @param kind what was done, for example {@code role.changed}
 * @param actor who did it, for example {@code person:} and an id
 * @param channel through which channel
 * @param address from which network address, or null
 * @param object to what, for example {@code role:agent}
 * @param beforeState what it was, as JSON without secrets, or null
 * @param afterState what it became, as JSON without secrets, or null
 */
public record AuditRow(
        UUID id,
        Instant happenedAt,
        String kind,
        String actor,
        String channel,
        @Nullable String address,
        String object,
        @Nullable String beforeState,
        @Nullable String afterState) {}
