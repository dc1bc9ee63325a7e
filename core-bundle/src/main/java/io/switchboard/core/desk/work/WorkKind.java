package io.switchboard.core.desk.work;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** What somebody did in the time that they worked on a ticket. */
public enum WorkKind {
    /** Solving it. */
    WORK,
    /** Finding out what it is and how it could be solved. */
    RESEARCH,
    /** Talking and writing to the customer or to others. */
    CONTACT,
    /** Getting there and back. */
    TRAVEL,
    /** Anything else. */
    OTHER;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code kind}
     */
    public static WorkKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "kind",
                        "must be one of "
                                + Arrays.stream(values()).map(WorkKind::id).toList()));
    }
}
