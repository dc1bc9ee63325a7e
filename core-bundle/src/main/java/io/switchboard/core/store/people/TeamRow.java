package io.switchboard.core.store.people;

import io.switchboard.api.people.TeamId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code team}. */
public record TeamRow(
        TeamId id,
        String name,
        String nameKey,
        @Nullable TeamId parent,
        int tier,
        boolean escalation,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
