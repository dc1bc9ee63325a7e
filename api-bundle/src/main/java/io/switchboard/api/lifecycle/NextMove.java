package io.switchboard.api.lifecycle;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Who has the next move. */
public enum NextMove {
    /** The desk itself. */
    SYSTEM,
    /** A support agent. */
    AGENT,
    /** The customer. */
    CUSTOMER,
    /** A partner or vendor. */
    THIRD_PARTY;

    /** Returns the name in the API and in the store, for example {@code system}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static NextMove of(String id, String field) {
        for (NextMove value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(NextMove::id).toList());
    }
}
