package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code person}; the keys are the normalised forms by which somebody is found. */
public record PersonRow(
        PersonId id,
        String name,
        String nameKey,
        @Nullable String email,
        @Nullable String emailKey,
        @Nullable String phone,
        @Nullable String phoneKey,
        @Nullable OrganizationId organization,
        boolean vip,
        boolean senior,
        boolean active,
        boolean erased,
        @Nullable String language,
        @Nullable String zone,
        String skills,
        String certificates,
        String languages,
        String workingHours,
        String attributes,
        @Nullable String signature,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** Returns a customer of whom nothing is known but how to reach them. */
    public static PersonRow customer(
            PersonId id,
            String name,
            @Nullable String email,
            @Nullable String emailKey,
            @Nullable String phone,
            @Nullable String phoneKey,
            @Nullable OrganizationId organization,
            Instant now) {
        return new PersonRow(
                id,
                name,
                NameKey.of(name),
                email,
                emailKey,
                phone,
                phoneKey,
                organization,
                false,
                false,
                true,
                false,
                null,
                null,
                "{}",
                "{}",
                "[]",
                "[]",
                "{}",
                null,
                1,
                now,
                now);
    }
}
