package io.switchboard.core.people.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.people.EmailAddress;
import io.switchboard.core.people.PhoneNumber;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.people.PersonRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as they are read.
 *
 * @param origins where what is known of them comes from, by field, see {@link CustomerField}
 */
public record CustomerProfile(
        PersonId id, Details details, Map<String, Origin> origins, long version, Instant createdAt, Instant updatedAt) {
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    /**
     * What of a customer may be changed.
     *
     * @param name the display name
     * @param email the address, or null
     * @param phone the telephone number, or null
     * @param organization to which they belong, or null
     * @param vip whether they are very important
     * @param active whether they may sign in
     * @param language a BCP 47 tag, or null
     * @param zone their time zone, or null
     * @param attributes what else is known, by name
     */
    public record Details(
            String name,
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone,
            @Nullable OrganizationId organization,
            boolean vip,
            boolean active,
            @Nullable String language,
            @Nullable ZoneId zone,
            Map<String, String> attributes) {
        /** Keeps a copy. */
        public Details {
            attributes = Map.copyOf(attributes);
        }
    }

    /** Keeps a copy. */
    public CustomerProfile {
        origins = Map.copyOf(origins);
    }

    /** Returns a customer of whose facts it does not matter where they come from. */
    public static CustomerProfile of(PersonRow row) {
        return of(row, Map.of());
    }

    static CustomerProfile of(PersonRow row, Map<String, Origin> origins) {
        String zone = row.zone();
        String phone = row.phone();
        String phoneKey = row.phoneKey();
        Details details = new Details(
                row.name(),
                PersonRows.address(row),
                phone == null || phoneKey == null ? null : new PhoneNumber(phone, phoneKey),
                row.organization(),
                row.vip(),
                row.active(),
                row.language(),
                zone == null ? null : ZoneId.of(zone),
                Json.read(row.attributes(), ATTRIBUTES));
        return new CustomerProfile(row.id(), details, origins, row.version(), row.createdAt(), row.updatedAt());
    }
}
