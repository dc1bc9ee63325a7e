package io.switchboard.api.people;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies a team. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record TeamId(UUID value) implements Comparable<TeamId> {
    /** Refuses null. */
    public TeamId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static TeamId of(String text) {
        try {
            return new TeamId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("team");
        }
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
