package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import java.time.Instant;

/** A row of {@code organization}; the domains are a JSON array in lower case. */
public record OrganizationRow(
        OrganizationId id,
        String name,
        String nameKey,
        String domains,
        boolean sharesTickets,
        boolean vip,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
