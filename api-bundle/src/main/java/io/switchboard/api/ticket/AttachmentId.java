package io.switchboard.api.ticket;

import static java.util.Objects.requireNonNull;

import io.switchboard.api.error.SwitchboardException;
import java.util.UUID;

/**
 * Identifies a file attached to a message. Made by the application as a UUID of version 7; opaque to everybody else.
 *
 * @param value the identifier
 */
public record AttachmentId(UUID value) implements Comparable<AttachmentId> {
    /** Refuses null. */
    public AttachmentId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the text form.
     *
     * @throws SwitchboardException with {@code not-found} if it is not the text of an identifier: what cannot be an
     *     identifier names nothing
     */
    public static AttachmentId of(String text) {
        try {
            return new AttachmentId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.notFound("attachment");
        }
    }

    @Override
    public int compareTo(AttachmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
