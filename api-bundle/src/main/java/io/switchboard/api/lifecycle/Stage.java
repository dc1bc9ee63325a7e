package io.switchboard.api.lifecycle;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** The four stages of support work; every status maps to one. */
public enum Stage {
    /** Received and being understood. */
    INTAKE,
    /** Given to somebody who can help. */
    ASSIGNMENT,
    /** Being worked on, or waiting for somebody outside. */
    WORKING,
    /** Solved, being verified, or done. */
    RESOLUTION;

    /** Returns the name in the API and in the store, for example {@code intake}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static Stage of(String id, String field) {
        for (Stage value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(Stage::id).toList());
    }
}
