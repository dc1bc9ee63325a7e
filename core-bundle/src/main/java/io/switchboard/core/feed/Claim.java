package io.switchboard.core.feed;

import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be delivered to one subscription now.
 *
 * @param tickets for each ticket its events in the order of their sequence
 * @param settled rows that need no delivery: their event is gone, or must not be told
 * @param blocked the first row of each ticket that must wait though a later row is ready
 * @param unblocked tickets with rows that wait no longer
 */
record Claim(List<Work> tickets, List<FeedRow> settled, List<FeedRow> blocked, List<TicketId> unblocked) {
    private static final int TICKETS = 200;
    private static final int ROWS = 1_000;

    /**
     * Events of one ticket, to be told in their order.
     *
     * @param rows the rows
     * @param events the event of each row
     */
    record Work(List<FeedRow> rows, List<TicketEvent> events) {
        boolean triedBefore() {
            return rows.get(0).attempts() > 0;
        }

        Work part(int from, int to) {
            return new Work(rows.subList(from, to), events.subList(from, to));
        }
    }

    boolean empty() {
        return tickets.isEmpty() && settled.isEmpty() && blocked.isEmpty();
    }

    /** Reads what is ready; inside a transaction. */
    static Claim read(FeedStore store, EventLog log, int subscription, boolean confidential) {
        List<TicketId> tickets = store.readyTickets(subscription, TICKETS);
        if (tickets.isEmpty()) {
            return new Claim(List.of(), List.of(), List.of(), List.of());
        }
        Map<TicketId, List<FeedRow>> rows = new LinkedHashMap<>();
        tickets.forEach(ticket -> rows.put(ticket, new ArrayList<>()));
        for (FeedRow row : store.rows(subscription, tickets, ROWS)) {
            rows.computeIfAbsent(row.ticketId(), ticket -> new ArrayList<>()).add(row);
        }
        rows.values().removeIf(List::isEmpty);
        return new Sorting(log, confidential, rows).claim();
    }

    /** Sorts rows into what is told, what need not be told, and what must wait. */
    private static final class Sorting {
        private final EventLog log;
        private final boolean confidential;
        private final Map<TicketId, List<FeedRow>> rows;
        private final Claim claim =
                new Claim(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

        Sorting(EventLog log, boolean confidential, Map<TicketId, List<FeedRow>> rows) {
            this.log = log;
            this.confidential = confidential;
            this.rows = rows;
        }

        Claim claim() {
            Map<EventId, TicketEvent> events =
                    log
                            .withIds(rows.values().stream()
                                    .flatMap(List::stream)
                                    .map(FeedRow::eventId)
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(TicketEvent::id, Function.identity()));
            Map<TicketId, EventLog.Standing> standing = confidential ? Map.of() : log.standing(rows.keySet());
            rows.forEach((ticket, ofTicket) ->
                    sort(ticket, ofTicket, events, confidential || mayBeTold(standing.get(ticket))));
            return claim;
        }

        private static boolean mayBeTold(EventLog.@Nullable Standing standing) {
            return standing == null || !standing.confidential();
        }

        private void sort(
                TicketId ticket, List<FeedRow> ofTicket, Map<EventId, TicketEvent> events, boolean mayBeTold) {
            FeedRow first = ofTicket.get(0);
            if (waits(first)) {
                claim.blocked().add(first);
                return;
            }
            List<FeedRow> told = new ArrayList<>();
            List<TicketEvent> tellings = new ArrayList<>();
            for (FeedRow row : ofTicket) {
                TicketEvent event = events.get(row.eventId());
                if (waits(row)) {
                    break;
                } else if (event == null || !mayBeTold) {
                    claim.settled().add(row);
                } else {
                    told.add(row);
                    tellings.add(event);
                }
            }
            if (!told.isEmpty()) {
                claim.tickets().add(new Work(told, tellings));
            }
            if (ofTicket.stream().anyMatch(row -> row.state() == FeedRow.State.HELD)) {
                claim.unblocked().add(ticket);
            }
        }

        private static boolean waits(FeedRow row) {
            return row.state() == FeedRow.State.PARKED || row.state() == FeedRow.State.DELAYED;
        }
    }
}
