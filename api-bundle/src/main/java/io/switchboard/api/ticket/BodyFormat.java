package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** How the text of a message is written. */
public enum BodyFormat {
    /** Plain text, line breaks matter. */
    TEXT,
    /** CommonMark. */
    MARKDOWN,
    /** HTML, sanitised before it is stored. */
    HTML;

    /** Returns the name in the API and in the store, for example {@code text}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static BodyFormat of(String id, String field) {
        for (BodyFormat value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(BodyFormat::id).toList());
    }
}
