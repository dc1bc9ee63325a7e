package io.switchboard.core.store.escalation;

import io.switchboard.api.ticket.TicketId;
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

    /** Counts the tickets that were escalated at least once from a time on and before another (KP6). */
    long tickets(Instant from, Instant to);

    /** Puts other words in the place of those of an escalation, for good. */
    void rewrite(UUID id, String explanation, @Nullable String answer);

    /** Puts the same words in the place of all words of a ticket's escalations. */
    void rewriteAll(TicketId ticket, String words);

    /** Removes all escalations of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
