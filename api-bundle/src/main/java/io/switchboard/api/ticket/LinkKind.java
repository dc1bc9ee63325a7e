package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** How one ticket is tied to another; read from the first to the second. */
public enum LinkKind {
    /** The first was opened out of the second, and lives by its own clocks. */
    CHAINED,
    /** The first is a report of the incident that the second stands for. */
    PARENT,
    /** The first asks for the same as the second. */
    DUPLICATE,
    /** They have to do with each other; without direction. */
    RELATED;

    /** Returns the name in the API and in the store, for example {@code chained}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static LinkKind of(String id, String field) {
        for (LinkKind value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(LinkKind::id).toList());
    }
}
