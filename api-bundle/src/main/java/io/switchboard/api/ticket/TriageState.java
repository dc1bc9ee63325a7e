package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Whether triage has spoken about a new ticket. */
public enum TriageState {
    /** Not yet: the ticket is visible to a few only and nothing about it leaves the desk. */
    PENDING,
    /** It has. */
    DONE,
    /** Something that was allowed to stay silent did; the ticket goes on with a mark. */
    TIMED_OUT;

    /** Returns the name in the API and in the store, for example {@code pending}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static TriageState of(String id, String field) {
        for (TriageState value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(TriageState::id).toList());
    }
}
