package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.PhoneNumber;
import io.switchboard.core.people.directory.CustomerProfile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as they are sent. */
record CustomerRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organization,
        @Nullable Boolean vip,
        @Nullable Boolean active,
        @Nullable String language,
        @Nullable String zone,
        @Nullable Map<String, String> attributes) {
    static CustomerRequest of(CustomerProfile.Details customer) {
        return new CustomerRequest(
                customer.name(),
                customer.email() == null ? null : customer.email().text(),
                customer.phone() == null ? null : customer.phone().text(),
                customer.organization() == null ? null : customer.organization().toString(),
                customer.vip(),
                customer.active(),
                customer.language(),
                customer.zone() == null ? null : customer.zone().getId(),
                customer.attributes());
    }

    CustomerProfile.Details details() {
        if (email == null && phone == null) {
            throw SwitchboardException.field("email", "must not be empty; or give a telephone number");
        }
        return new CustomerProfile.Details(
                Reading.name(name),
                Reading.email(email),
                phone == null ? null : PhoneNumber.of(phone, "phone"),
                organization == null ? null : organizationId(organization),
                Reading.flag(vip, false),
                Reading.flag(active, true),
                language == null ? null : Reading.language("language", language),
                Reading.zone(zone),
                checkedAttributes());
    }

    static OrganizationId organizationId(String id) {
        try {
            return OrganizationId.of(id);
        } catch (SwitchboardException noId) {
            throw SwitchboardException.field("organization", "must be the id of an organization");
        }
    }

    private Map<String, String> checkedAttributes() {
        if (attributes == null) {
            return Map.of();
        }
        if (attributes.size() > 50) {
            throw SwitchboardException.field("attributes", "must have at most 50 entries");
        }
        Limits limits = new Limits();
        attributes.forEach((name, value) -> limits.line("attributes", name, 80).line("attributes", value, 1_000));
        limits.check();
        return attributes;
    }
}
