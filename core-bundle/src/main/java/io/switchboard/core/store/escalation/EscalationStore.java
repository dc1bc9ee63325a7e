package io.switchboard.core.store.escalation;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.ticket.Bucket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps escalations. Each method works in the thread's transaction. */
public interface EscalationStore {
    /** Adds an escalation. */
    void insert(EscalationRow row);

    /** Keeps what was answered to an escalation that is open; false if it is not. */
    boolean answer(EscalationRow row);

    /** Returns an escalation, or nothing. */
    Optional<EscalationRow> find(UUID id);

    /** Returns the escalations of tickets in their order, at most 1,000. */
    List<EscalationRow> of(Collection<TicketId> tickets);

    /**
     * Returns tickets that changed at a time or later, in the order in which they did, to go through them page by page.
     *
     * @param bucket where they stand
     * @param after the last ticket of the page before, or null for the first page
     */
    List<ChangedTicket> changed(Bucket bucket, Instant since, @Nullable ChangedTicket after, int limit);

    /** Counts the tickets that were escalated at least once from a time on and before another (KP6). */
    long tickets(Instant from, Instant to);

    /** Puts other words in the place of those of an escalation, for good. */
    void rewrite(UUID id, String explanation, @Nullable String answer);

    /** Puts the same words in the place of all words of a ticket's escalations. */
    void rewriteAll(TicketId ticket, String words);

    /** Removes all escalations of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
