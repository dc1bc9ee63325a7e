package io.switchboard.core.feed;

import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import java.util.List;

/** Takes what happened to a ticket into the feed, in the transaction in which it happened. */
public interface FeedWriter {
    /**
     * Fans events out to the subscriptions that want them. Call it inside the write transaction that changed the ticket,
     * after its history was written, with the ticket's row locked. While triage is pending only triage itself is told,
     * but for a removal for good; the change that holds {@code ticket.triaged} has everything so far told to everybody. After the commit, and only
     * then, dispatchers are woken and open event streams are told.
     *
     * @param ticket the ticket that changed
     * @param triage its triage state after the change
     * @param events all events of this change, in the order of their sequence
     */
    void append(TicketId ticket, TriageState triage, List<TicketEvent> events);
}
