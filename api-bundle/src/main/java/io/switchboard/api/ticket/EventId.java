package io.switchboard.api.ticket;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies an event of a ticket's history. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record EventId(UUID value) implements Comparable<EventId> {
    /** Refuses null. */
    public EventId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static EventId of(String text) {
        try {
            return new EventId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("event");
        }
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
