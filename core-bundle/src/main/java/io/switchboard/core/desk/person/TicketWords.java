package io.switchboard.core.desk.person;

import io.switchboard.api.error.SwitchboardException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What becomes of the words that an erased person left in tickets. */
public enum TicketWords {
    /** They stay, without the person's name, address and telephone number. */
    KEEP,
    /** They go, with the files of the tickets that the person asked for. */
    EMPTY;

    /** Returns the name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API; null stays null.
     *
     * @throws SwitchboardException with {@code invalid-field}
     */
    public static @Nullable TicketWords of(@Nullable String id, String field) {
        if (id == null) {
            return null;
        }
        for (TicketWords known : values()) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        throw SwitchboardException.field(field, "must be keep or empty");
    }
}
