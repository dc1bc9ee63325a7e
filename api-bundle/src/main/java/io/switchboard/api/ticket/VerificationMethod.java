package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** How a solution was verified. */
public enum VerificationMethod {
    /** The customer said so. */
    CONFIRMATION,
    /** An agent tested it with success. */
    TEST,
    /** A picture shows it. */
    SCREENSHOT;

    /** Returns the name in the API and in the store, for example {@code confirmation}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static VerificationMethod of(String id, String field) {
        for (VerificationMethod value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of "
                        + Arrays.stream(values()).map(VerificationMethod::id).toList());
    }
}
