package io.switchboard.api.ticket;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies a ticket. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record TicketId(UUID value) implements Comparable<TicketId> {
    /** Refuses null. */
    public TicketId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static TicketId of(String text) {
        try {
            return new TicketId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("ticket");
        }
    }

    @Override
    public int compareTo(TicketId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
