package io.switchboard.core.desk;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Ticket;
import java.util.List;
import java.util.Map;

/** Which version of a ticket somebody has seen who now wants to change it. */
public sealed interface Precondition {
    /** Whatever the version is: what is added does not depend on it. */
    record Any() implements Precondition {}

    /** This one. */
    record Version(long version) implements Precondition {}

    /** Returns the demand for no particular version. */
    static Precondition any() {
        return new Any();
    }

    /** Returns the demand for a version. */
    static Precondition version(long version) {
        return new Version(version);
    }

    /**
     * Checks a ticket.
     *
     * @throws SwitchboardException with {@code stale-version}
     */
    default void check(Ticket ticket) {
        if (this instanceof Version demanded && demanded.version() != ticket.version()) {
            throw new SwitchboardException(
                    ErrorCode.STALE_VERSION,
                    "Ticket " + ticket.number()
                            + " was changed in the meantime; read it again, then repeat your change",
                    List.of(),
                    Map.of("currentVersion", ticket.version()),
                    null);
        }
    }
}
