package io.switchboard.api.ticket;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies a message of a ticket's thread. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record MessageId(UUID value) implements Comparable<MessageId> {
    /** Refuses null. */
    public MessageId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static MessageId of(String text) {
        try {
            return new MessageId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("message");
        }
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
