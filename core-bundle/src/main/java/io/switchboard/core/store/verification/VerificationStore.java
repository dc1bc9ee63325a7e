package io.switchboard.core.store.verification;

import io.switchboard.api.ticket.TicketId;
import java.util.Optional;

/** Keeps what requesters were asked. Each method works in the thread's transaction. */
public interface VerificationStore {
    /** Adds a question or a reminder. */
    void add(VerificationRow row);

    /** Returns whether there is one of this kind of this round. */
    boolean asked(TicketId ticket, int reopenings, String kind);

    /** Returns that with this token, or nothing. */
    Optional<VerificationRow> byToken(String tokenHash);

    /** Makes all tokens of a ticket void. */
    void voidTokens(TicketId ticket);

    /** Removes what was asked about a ticket. */
    void purge(TicketId ticket);
}
