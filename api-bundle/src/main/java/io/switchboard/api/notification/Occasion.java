package io.switchboard.api.notification;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Why somebody is told of a ticket. Each occasion has its own text, and its own people. */
public enum Occasion {
    /** What a customer asked for has arrived, and has this number. For the requester. */
    RECEIVED(true),
    /** The desk has answered. For the requester and those in copy; of an internal note nobody is told. */
    REPLIED(true),
    /** It was solved. For the requester and those in copy. */
    RESOLVED(true),
    /** It was closed. For the requester and those in copy. */
    CLOSED(true),
    /** It is now expected to be solved at another time. For the requester and those in copy. */
    EXPECTED(true),
    /** An agent was given the ticket. For that agent. */
    ASSIGNED(false),
    /** A customer has written. For the agent who has the ticket. */
    ANSWERED(false);

    private final boolean forCustomers;

    Occasion(boolean forCustomers) {
        this.forCustomers = forCustomers;
    }

    /** Returns whether customers are told, and not the agent. */
    public boolean forCustomers() {
        return forCustomers;
    }

    /** Returns the name in the API and in settings, for example {@code replied}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field} and lists the possible names
     */
    public static Occasion of(String id, String field) {
        return Arrays.stream(values())
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        field,
                        "must be one of "
                                + Arrays.stream(values()).map(Occasion::id).toList()));
    }
}
