package io.switchboard.core.rest.people;

import io.switchboard.core.people.directory.CustomerProfile;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as they are answered. */
public record CustomerView(
        String id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organization,
        boolean vip,
        boolean active,
        @Nullable String language,
        @Nullable String zone,
        Map<String, String> attributes,
        Map<String, OriginView> origins,
        Instant createdAt,
        Instant updatedAt) {
    static CustomerView of(CustomerProfile customer) {
        CustomerProfile.Details details = customer.details();
        return new CustomerView(
                customer.id().toString(),
                details.name(),
                details.email() == null ? null : details.email().text(),
                details.phone() == null ? null : details.phone().text(),
                details.organization() == null ? null : details.organization().toString(),
                details.vip(),
                details.active(),
                details.language(),
                details.zone() == null ? null : details.zone().getId(),
                details.attributes(),
                OriginView.of(customer.origins()),
                customer.createdAt(),
                customer.updatedAt());
    }
}
