package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time in which somebody is away, from its begin (included) to its end (excluded). */
public record AbsenceRow(
        UUID id,
        PersonId person,
        Instant fromAt,
        Instant untilAt,
        @Nullable String reason) {}
