package io.switchboard.core.store.triage;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** Keeps the latest explanation of each ticket as JSON. Every method joins the transaction of its thread. */
public interface ExplanationStore {
    /** Puts an explanation in the place of an earlier one. */
    void put(TicketId ticket, String content, Instant at);

    /** Returns the explanation, or nothing if the ticket was never assigned automatically. */
    Optional<String> find(TicketId ticket);

    /** Removes the explanation of a purged ticket. */
    void remove(TicketId ticket);
}
