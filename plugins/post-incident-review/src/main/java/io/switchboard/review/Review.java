package io.switchboard.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is kept.
 *
 * @param state {@code open} or {@code completed}
 * @param madeBy who made it by hand, or null
 */
record Review(
        UUID id,
        UUID ticket,
        String state,
        @Nullable UUID madeBy,
        @Nullable String summary,
        @Nullable String rootCause,
        @Nullable String lessons,
        int version,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant completedAt) {
    static final String OPEN = "open";
    static final String COMPLETED = "completed";
}
