package io.switchboard.api.lifecycle;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** What a status means for queues and clocks, whatever a profile calls it. */
public enum StatusCategory {
    /** Nobody has it yet. */
    INITIAL,
    /** The desk works on it. */
    ACTIVE,
    /** The desk waits for somebody outside. */
    WAITING,
    /** Nothing is left to do unless it comes back. */
    DONE;

    /** Returns the name in the API and in the store, for example {@code initial}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static StatusCategory of(String id, String field) {
        for (StatusCategory value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of "
                        + Arrays.stream(values()).map(StatusCategory::id).toList());
    }
}
