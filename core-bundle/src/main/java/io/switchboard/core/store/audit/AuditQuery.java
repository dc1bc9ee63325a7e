package io.switchboard.core.store.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit log are wanted, newest first; what is null does not limit them.
 *
 * @param actor who did it
 * @param kind what was done
 * @param object to what
 * @param from not before this
 * @param to before this
 * @param after the last entry of the page before
 * @param limit how many at most
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Position after,
        int limit) {
    /** Where an entry stands in the log. */
    public record Position(Instant at, UUID id) {}
}
