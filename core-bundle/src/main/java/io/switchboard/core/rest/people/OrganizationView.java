package io.switchboard.core.rest.people;

import io.switchboard.core.people.directory.OrganizationProfile;
import java.time.Instant;
import java.util.List;

/** An organization as it is answered. */
public record OrganizationView(
        String id,
        String name,
        List<String> domains,
        boolean sharesTickets,
        boolean vip,
        Instant createdAt,
        Instant updatedAt) {
    static OrganizationView of(OrganizationProfile organization) {
        OrganizationProfile.Details details = organization.details();
        return new OrganizationView(
                organization.id().toString(),
                details.name(),
                details.domains().stream().sorted().toList(),
                details.sharesTickets(),
                details.vip(),
                organization.createdAt(),
                organization.updatedAt());
    }
}
