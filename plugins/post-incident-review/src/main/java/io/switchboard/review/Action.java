package io.switchboard.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done, as it is kept.
 *
 * @param assignedTo the agent who owns it, or null as long as nobody does
 * @param due the day by which, in ISO 8601, or null
 * @param doneAt when it was done, or null before
 */
record Action(
        UUID id,
        UUID review,
        String title,
        @Nullable UUID assignedTo,
        @Nullable String due,
        @Nullable Instant doneAt,
        @Nullable UUID doneBy,
        int version,
        Instant createdAt) {}
