package io.switchboard.api.people;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies an organization that customers belong to. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record OrganizationId(UUID value) implements Comparable<OrganizationId> {
    /** Refuses null. */
    public OrganizationId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static OrganizationId of(String text) {
        try {
            return new OrganizationId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("organization");
        }
    }

    @Override
    public int compareTo(OrganizationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
