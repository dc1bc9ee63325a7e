package io.switchboard.core.store.history;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the history. Each method works in the thread's transaction; nothing changes or removes a row but a purge; texts can be erased. */
public interface HistoryStore {
    /** Adds rows, with the texts that belong to them. */
    void append(List<HistoryRow> rows, List<HistoryText> texts);

    /** Returns a ticket's rows with a sequence above {@code after}, in order. */
    List<HistoryRow> ofTicket(TicketId ticket, long after, int limit);

    /**
     * Returns rows of several tickets, each ticket's together and in order; at most 500 are asked for.
     *
     * @param limit how many rows at most, of all tickets together
     */
    List<HistoryRow> ofTickets(Collection<TicketId> tickets, int limit);

    /** Returns a ticket's rows with a sequence below {@code before}, the latest first. */
    List<HistoryRow> latest(TicketId ticket, long before, int limit);

    /**
     * Returns rows of several tickets in the order of their event ids, from the one after {@code after} on.
     *
     * @param tickets at most 1,000
     * @param types the ids of the event types that are wanted
     */
    List<HistoryRow> story(Collection<TicketId> tickets, Collection<String> types, @Nullable EventId after, int limit);

    /** Returns those of the events that exist, in any order; at most 1,000 are asked for. */
    List<HistoryRow> withIds(Collection<EventId> ids);

    /** Returns rows of all tickets in the order of their event ids, from {@code from} on. */
    List<HistoryRow> from(EventId from, int limit);

    /** Returns the texts of events; at most 1,000 are asked for. */
    List<HistoryText> texts(Collection<EventId> ids);

    /** Returns events that have texts, in the order of their ids, from the one after {@code after} on. */
    List<EventId> worded(@Nullable EventId after, int limit);

    /** Erases the texts of all of a ticket's events, with their salts; the chain stays whole. */
    void eraseTexts(TicketId ticket);

    /** Erases one text of an event, with its salt; the chain stays whole. */
    void eraseText(EventId event, String field);

    /**
     * Returns tickets that have rows, in the order of their ids, from the one after {@code after} on.
     *
     * @param limit how many rows are looked at; of that many rows there may be fewer tickets, and none only at the end
     */
    List<TicketId> tickets(@Nullable TicketId after, int limit);

    /**
     * Removes a ticket's rows before one, and the texts of all, as a purge does that leaves a tombstone. The last row,
     * which says that it was purged, stays for those who still have to be told.
     */
    void purge(TicketId ticket, long last);
}
