package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** How strong an impact is, or how pressing an urgency. */
public enum Level {
    /** Many people or a vital service; now. */
    HIGH,
    /** A group, or one person who cannot work; soon. */
    MEDIUM,
    /** An inconvenience; when there is time. */
    LOW;

    /** Returns the name in the API and in the store, for example {@code high}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static Level of(String id, String field) {
        for (Level value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(Level::id).toList());
    }
}
