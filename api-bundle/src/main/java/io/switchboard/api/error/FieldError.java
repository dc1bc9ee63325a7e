package io.switchboard.api.error;

import static java.util.Objects.requireNonNull;

/**
 * What is wrong with one field of a request.
 *
 * @param field the field's JSON path as the caller wrote it, for example {@code requester.email}
 * @param message what is wrong and what would be right, in one sentence for a person
 */
public record FieldError(String field, String message) {
    /** Refuses nulls. */
    public FieldError {
        requireNonNull(field, "field");
        requireNonNull(message, "message");
    }
}
