package io.switchboard.core.feed;

import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the feed reads of the tickets and their history, given by the part of the desk that keeps them. Every method runs
 * inside the caller's transaction and sees what that transaction wrote.
 */
public interface EventLog {
    /** Returns all events of one ticket, in the order of their sequence. */
    List<TicketEvent> ofTicket(TicketId ticket);

    /** Returns all events of several tickets, each ticket's in the order of their sequence; at most 200 are asked for. */
    default Map<TicketId, List<TicketEvent>> ofTickets(Collection<TicketId> tickets) {
        return tickets.stream().distinct().collect(Collectors.toMap(Function.identity(), this::ofTicket));
    }

    /** Returns those of the given events that still exist, in any order; at most 1,000 are asked for. */
    List<TicketEvent> withIds(Collection<EventId> ids);

    /**
     * Returns events of all tickets in the order of their ids.
     *
     * @param from the smallest id wanted; it need not exist
     * @param limit how many at most
     */
    List<TicketEvent> from(EventId from, int limit);

    /**
     * Returns tickets whose triage is over, in the order of their ids, to go through the whole desk page by page.
     *
     * @param after the last ticket of the page before, or null for the first page
     * @param limit how many at most
     */
    List<TicketId> triagedTickets(@Nullable TicketId after, int limit);

    /**
     * Returns how tickets stand now. One that was purged stands as it last did, so that whoever may not know of it is not
     * told of its end either.
     *
     * @param tickets at most 1,000
     */
    Map<TicketId, Standing> standing(Collection<TicketId> tickets);

    /**
     * What decides who may be told of a ticket.
     *
     * @param confidential whether only those who may know of confidential tickets may be told
     * @param triagePending whether triage has not spoken yet
     */
    record Standing(boolean confidential, boolean triagePending) {}
}
