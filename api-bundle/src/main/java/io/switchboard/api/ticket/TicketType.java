package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** What kind of matter a ticket is, in the words of ITIL. It picks the form, the lifecycle profile and the service level. */
public enum TicketType {
    /** An unplanned interruption or reduction of a service. */
    INCIDENT,
    /** A request for something that the desk provides. */
    SERVICE_REQUEST,
    /** A request to add, modify or remove something that affects services. */
    CHANGE_REQUEST,
    /** The cause, known or not, of one or more incidents. */
    PROBLEM,
    /** A request for information. */
    QUESTION,
    /** Anything else, and what nobody has classified yet. */
    OTHER;

    /** Returns the name in the API and in the store, for example {@code incident}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static TicketType of(String id, String field) {
        for (TicketType value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(TicketType::id).toList());
    }
}
