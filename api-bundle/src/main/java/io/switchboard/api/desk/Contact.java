package io.switchboard.api.desk;

import org.jspecify.annotations.Nullable;

/**
 * How a person can be found: by address, or by telephone where there is no address.
 *
 * @param name the display name, or null to use what is known or the address
 * @param email an address, or null if only a telephone number is known
 * @param phone a telephone number as written, or null
 */
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {}
