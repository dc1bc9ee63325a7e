package io.switchboard.api.ticket;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;

/** How soon a ticket must be worked on: computed from impact and urgency unless a person overrides it. */
public enum Priority {
    /** Critical: a vital service is down for many. */
    P1,
    /** High: a service is badly reduced, or vital work of a group stands still. */
    P2,
    /** Medium: one person cannot work, or a group is hindered. */
    P3,
    /** Low: an inconvenience or a question. */
    P4;

    /**
     * The default matrix of impact and urgency: high/high is P1; high/medium and medium/high are P2; high/low,
     * medium/medium and low/high are P3; the rest is P4.
     */
    public static Priority of(Level impact, Level urgency) {
        return values()[Math.min(impact.ordinal() + urgency.ordinal(), 3)];
    }

    /** Returns the name in the API and in the store, for example {@code P1}. */
    public String id() {
        return name();
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} that names {@code field}
     */
    public static Priority of(String id, String field) {
        for (Priority value : values()) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        throw SwitchboardException.field(
                field,
                "must be one of " + Arrays.stream(values()).map(Priority::id).toList());
    }
}
