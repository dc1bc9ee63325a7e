package io.switchboard.core.store.feed;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event that a subscription has still to be told.
 *
 * @param subscription the subscription's number
 * @param ticketId the ticket
 * @param sequence the event's place in the ticket's history
 * @param eventId the event
 * @param state whether it can be delivered
 * @param dueAt orders what is ready; when a delayed row gets ready
 * @param attempts how often its delivery failed
 * @param error what the last failure was, at most 1,000 characters, or null
 */
public record FeedRow(
        int subscription,
        TicketId ticketId,
        long sequence,
        EventId eventId,
        State state,
        Instant dueAt,
        int attempts,
        @Nullable String error) {
    /** Returns a row that was not tried yet. */
    public static FeedRow fresh(int subscription, TicketId ticket, long sequence, EventId event, Instant dueAt) {
        return new FeedRow(subscription, ticket, sequence, event, State.READY, dueAt, 0, null);
    }

    /** Whether a row can be delivered. */
    public enum State {
        /** It can. */
        READY,
        /** It failed and gets ready at its time. */
        DELAYED,
        /** It waits behind an earlier row of its ticket that is delayed or parked. */
        HELD,
        /** It failed too often and waits for a person. */
        PARKED;

        /** Returns the name in the API and in the store. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
