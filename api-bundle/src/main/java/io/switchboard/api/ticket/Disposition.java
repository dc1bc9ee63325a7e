package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Why a ticket is out of the ordinary flow, if it is. It is not a status: the status stays what it was. */
public enum Disposition {
    /** In the ordinary flow. */
    NONE,
    /** Unwanted; out of views and figures, can be restored. */
    SPAM,
    /** Deleted by a person; can be restored until it is purged. */
    TRASH,
    /** Its matter goes on in another ticket, the survivor. */
    MERGED;

    /** Returns the name in the API and in the store, for example {@code none}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static Disposition of(String id, String field) {
        for (Disposition value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(Disposition::id).toList());
    }
}
