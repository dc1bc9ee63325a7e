package io.switchboard.core.desk.history;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.feed.EventLog;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.history.HistoryText;
import io.switchboard.core.store.ticket.StandingRow;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes events into the chain of their ticket, and reads them again. Works in the thread's transaction. */
@Component(service = {History.class, EventLog.class})
public final class History implements EventLog {
    private static final int PAGE = 500;
    private static final int TOGETHER = 1_000;

    private final HistoryStore rows;
    private final TicketStore tickets;

    /** Makes the history. */
    @Activate
    public History(@Reference HistoryStore rows, @Reference TicketStore tickets) {
        this.rows = rows;
        this.tickets = tickets;
    }

    /**
     * Adds events to a ticket's chain.
     *
     * @param lastHash the hash of the row before the first of them
     * @param events events of one ticket, in the order of their sequence, without gaps
     * @return the hash of the last row
     */
    public String append(String lastHash, List<TicketEvent> events) {
        String hash = lastHash;
        List<HistoryRow> added = new ArrayList<>();
        List<HistoryText> texts = new ArrayList<>();
        for (TicketEvent event : events) {
            EventDetails.Written written = EventDetails.write(event);
            HistoryRow row = HistoryRow.chained(
                    hash,
                    event.ticket(),
                    event.sequence(),
                    event.id(),
                    event.type().id(),
                    ActorText.write(event.actor()),
                    event.at(),
                    written.details());
            added.add(row);
            texts.addAll(written.texts());
            hash = row.hash();
        }
        rows.append(added, texts);
        return hash;
    }

    @Override
    public List<TicketEvent> ofTicket(TicketId ticket) {
        List<TicketEvent> events = new ArrayList<>();
        List<HistoryRow> page;
        do {
            page = rows.ofTicket(ticket, events.size(), PAGE);
            events.addAll(read(page));
        } while (page.size() == PAGE);
        return events;
    }

    @Override
    public Map<TicketId, List<TicketEvent>> ofTickets(Collection<TicketId> ids) {
        List<HistoryRow> together = rows.ofTickets(ids, TOGETHER);
        if (together.size() == TOGETHER) {
            return EventLog.super.ofTickets(ids);
        }
        return read(together).stream().collect(Collectors.groupingBy(TicketEvent::ticket));
    }

    /** Returns who opened a ticket, or nothing if there is no such ticket. */
    public Optional<Actor> opener(TicketId ticket) {
        return rows.ofTicket(ticket, 0, 1).stream()
                .filter(row -> row.sequence() == 1)
                .map(row -> ActorText.read(row.actor()))
                .findFirst();
    }

    /** Returns a ticket's events with a sequence below {@code before}, the latest first. */
    public List<TicketEvent> latest(TicketId ticket, long before, int limit) {
        return read(rows.latest(ticket, before, limit));
    }

    /**
     * Returns what happened to several tickets in the order in which it was recorded.
     *
     * @param tickets at most 1,000
     * @param types what is wanted
     * @param after the last event of the page before, or null
     */
    public List<TicketEvent> story(
            Collection<TicketId> tickets, Collection<EventType> types, @Nullable EventId after, int limit) {
        return read(rows.story(tickets, types.stream().map(EventType::id).toList(), after, limit));
    }

    @Override
    public List<TicketEvent> withIds(Collection<EventId> ids) {
        return read(rows.withIds(ids));
    }

    @Override
    public List<TicketEvent> from(EventId from, int limit) {
        return read(rows.from(from, limit));
    }

    @Override
    public List<TicketId> triagedTickets(@Nullable TicketId after, int limit) {
        return tickets.walk(after, true, limit);
    }

    @Override
    public Map<TicketId, Standing> standing(Collection<TicketId> ids) {
        return tickets.standing(ids).stream()
                .collect(Collectors.toMap(
                        StandingRow::id, row -> new Standing(row.confidential(), row.triage() == TriageState.PENDING)));
    }

    private List<TicketEvent> read(List<HistoryRow> page) {
        Map<EventId, List<HistoryText>> texts = rows
                .texts(page.stream()
                        .filter(row -> EventDetails.mentionsWords(row.details()))
                        .map(HistoryRow::eventId)
                        .toList())
                .stream()
                .collect(Collectors.groupingBy(HistoryText::eventId));
        return page.stream()
                .map(row -> EventDetails.read(row, texts.getOrDefault(row.eventId(), List.of())))
                .toList();
    }
}
