package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Why a ticket was closed. */
public enum ClosureReason {
    /** The customer confirmed the solution. */
    CONFIRMED,
    /** The verification window passed in silence. */
    NOT_CONFIRMED,
    /** Another ticket has the matter. */
    DUPLICATE,
    /** The customer no longer needs it. */
    WITHDRAWN;

    /** Returns the name in the API and in the store, for example {@code confirmed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static ClosureReason of(String id, String field) {
        for (ClosureReason value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of "
                        + Arrays.stream(values()).map(ClosureReason::id).toList());
    }
}
