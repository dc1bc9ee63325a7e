package io.switchboard.core.store.triage;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the latest explanation of each ticket as JSON. Every method joins the transaction of its thread. */
public interface ExplanationStore {
    /** Puts an explanation in the place of an earlier one. */
    void put(TicketId ticket, String content, Instant at);

    /** Returns the explanation, or nothing if the ticket was never assigned automatically. */
    Optional<String> find(TicketId ticket);

    /** An explanation as it is kept. */
    record Kept(TicketId ticketId, String content, Instant madeAt) {}

    /** Returns explanations in the order of their tickets, from the one after {@code after} on. */
    List<Kept> page(@Nullable TicketId after, int limit);

    /** Puts other words in the place of an explanation's, which stays as old as it is. */
    void rewrite(TicketId ticket, String content);

    /** Removes the explanation of a purged ticket. */
    void remove(TicketId ticket);
}
