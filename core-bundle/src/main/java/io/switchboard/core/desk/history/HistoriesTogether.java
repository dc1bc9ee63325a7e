package io.switchboard.core.desk.history;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.history.HistoryText;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks at the histories of many tickets by a handful of statements, and tells those that are surely whole from those
 * that need a closer look. Works in the thread's transaction.
 */
final class HistoriesTogether {
    /** How many tickets are looked at together. */
    static final int TICKETS = 100;

    private static final int ROWS = 1_000;

    private final TicketStore tickets;
    private final HistoryStore history;

    HistoriesTogether(TicketStore tickets, HistoryStore history) {
        this.tickets = tickets;
        this.history = history;
    }

    /**
     * What was seen.
     *
     * @param whole how many tickets have a history that is whole
     * @param rows how many rows these have
     * @param doubtful the other tickets: too long, gone meanwhile, changed meanwhile, or broken
     */
    record Seen(long whole, long rows, List<TicketId> doubtful) {}

    Seen look(List<TicketId> ids) {
        Map<TicketId, StoredTicket> found = tickets.find(ids);
        List<HistoryRow> rows = history.ofTickets(ids, ROWS);
        if (rows.size() == ROWS) {
            return new Seen(0, 0, ids);
        }
        Map<EventId, List<HistoryText>> texts = texts(rows);
        Map<TicketId, List<HistoryRow>> byTicket = rows.stream().collect(Collectors.groupingBy(HistoryRow::ticketId));
        long seen = 0;
        List<TicketId> doubtful = new ArrayList<>();
        for (TicketId id : ids) {
            StoredTicket ticket = found.get(id);
            List<HistoryRow> own = byTicket.getOrDefault(id, List.of());
            if (ticket != null && whole(ticket, own, texts)) {
                seen += own.size();
            } else {
                doubtful.add(id);
            }
        }
        return new Seen(ids.size() - doubtful.size(), seen, doubtful);
    }

    private Map<EventId, List<HistoryText>> texts(List<HistoryRow> rows) {
        return history.texts(rows.stream().map(HistoryRow::eventId).toList()).stream()
                .collect(Collectors.groupingBy(HistoryText::eventId));
    }

    private static boolean whole(StoredTicket ticket, List<HistoryRow> rows, Map<EventId, List<HistoryText>> texts) {
        String hash = HistoryRow.BEGINNING;
        long sequence = 0;
        for (HistoryRow row : rows) {
            sequence++;
            if (VerifyHistory.fault(row, sequence, hash, texts.getOrDefault(row.eventId(), List.of())) != null) {
                return false;
            }
            hash = row.hash();
        }
        return sequence == ticket.lastSequence() && hash.equals(ticket.lastHash());
    }

    /** Returns those of the tickets that are neither there nor known to be purged, as far as one look tells. */
    List<TicketId> unknown(Collection<TicketId> ids) {
        Set<TicketId> known = new HashSet<>();
        tickets.standing(ids).forEach(row -> known.add(row.id()));
        return ids.stream()
                .filter(id -> !known.contains(id) && tickets.tombstone(id).isEmpty())
                .toList();
    }
}
