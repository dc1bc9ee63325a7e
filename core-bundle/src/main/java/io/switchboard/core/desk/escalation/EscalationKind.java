package io.switchboard.core.desk.escalation;

import io.switchboard.api.error.SwitchboardException;
import java.util.Arrays;
import java.util.Locale;

/** Which way a ticket goes up. */
public enum EscalationKind {
    /** To a team that knows more, which has the ticket from then on. */
    FUNCTIONAL,
    /** To those who decide: the ticket stays where it is, and they take part in it. */
    HIERARCHICAL,
    /** To specialists who look at the solution before it is implemented, and then give the ticket back. */
    REVIEW;

    /** Returns the name in the API and in the store. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name in the API.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code kind}
     */
    public static EscalationKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "kind",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(EscalationKind::id)
                                        .toList()));
    }
}
