package io.switchboard.core.rest.people;

import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.directory.OrganizationProfile;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An organization as it is sent. */
record OrganizationRequest(
        @Nullable String name,
        @Nullable List<String> domains,
        @Nullable Boolean sharesTickets,
        @Nullable Boolean vip) {
    static OrganizationRequest of(OrganizationProfile.Details organization) {
        return new OrganizationRequest(
                organization.name(),
                List.copyOf(organization.domains()),
                organization.sharesTickets(),
                organization.vip());
    }

    OrganizationProfile.Details details() {
        return new OrganizationProfile.Details(
                Reading.name(name),
                Reading.limited("domains", domains).stream()
                        .map(domain -> EmailAddress.domain(domain, "domains"))
                        .collect(Collectors.toSet()),
                Reading.flag(sharesTickets, false),
                Reading.flag(vip, false));
    }
}
