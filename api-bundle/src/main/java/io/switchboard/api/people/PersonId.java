package io.switchboard.api.people;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies a person: an agent, an administrator or a customer. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record PersonId(UUID value) implements Comparable<PersonId> {
    /** Refuses null. */
    public PersonId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static PersonId of(String text) {
        try {
            return new PersonId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("person");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
