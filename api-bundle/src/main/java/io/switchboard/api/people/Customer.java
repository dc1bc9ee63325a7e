package io.switchboard.api.people;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person who asks for help.
 *
 * @param id who
 * @param name the display name
 * @param email the address, or null
 * @param phone the telephone number as written, or null
 * @param organization the organization they belong to, or null
 * @param vip whether they are very important
 * @param language a BCP 47 tag, or null if unknown
 * @param zone their time zone, or null if unknown
 * @param attributes what a directory told of them, by name
 */
public record Customer(
        PersonId id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable OrganizationId organization,
        boolean vip,
        @Nullable String language,
        @Nullable ZoneId zone,
        Map<String, String> attributes) {
    /** Keeps a copy. */
    public Customer {
        attributes = Map.copyOf(attributes);
    }
}
