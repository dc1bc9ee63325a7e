package io.switchboard.core.desk.survey;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** What follows from a low score (SU3). */
public enum LowScore {
    /** Nothing but the answer. */
    NOTHING,
    /** A task in the ticket for whoever leads its team. */
    TASK,
    /** The ticket is opened again; where it cannot be, or is open already, a task. */
    REOPEN;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static LowScore of(String id, String field) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(field, "must be nothing, task or reopen"));
    }
}
