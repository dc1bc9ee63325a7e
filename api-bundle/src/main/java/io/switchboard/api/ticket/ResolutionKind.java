package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** How a ticket was solved. */
public enum ResolutionKind {
    /** Step-by-step instructions were given. */
    INSTRUCTIONS,
    /** A setting was changed. */
    CONFIGURATION_CHANGE,
    /** An account or its billing was adjusted. */
    ACCOUNT_ADJUSTMENT,
    /** A way around; the cause remains. */
    WORKAROUND,
    /** The cause was repaired. */
    FIX,
    /** In another way, told in the summary. */
    OTHER;

    /** Returns the name in the API and in the store, for example {@code instructions}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static ResolutionKind of(String id, String field) {
        for (ResolutionKind value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of "
                        + Arrays.stream(values()).map(ResolutionKind::id).toList());
    }
}
