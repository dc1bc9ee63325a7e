package io.switchboard.core.feed;

import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A history in memory. */
final class FakeEventLog implements EventLog {
    final Map<TicketId, List<TicketEvent>> events = new ConcurrentHashMap<>();
    final Set<TicketId> confidential = ConcurrentHashMap.newKeySet();
    final Set<TicketId> pending = ConcurrentHashMap.newKeySet();

    synchronized void add(TicketEvent event) {
        events.computeIfAbsent(event.ticket(), ticket -> new ArrayList<>()).add(event);
    }

    synchronized void remove(TicketEvent event) {
        events.getOrDefault(event.ticket(), new ArrayList<>()).remove(event);
    }

    @Override
    public synchronized List<TicketEvent> ofTicket(TicketId ticket) {
        return List.copyOf(events.getOrDefault(ticket, List.of()));
    }

    @Override
    public synchronized List<TicketEvent> withIds(Collection<EventId> ids) {
        Set<EventId> wanted = Set.copyOf(ids);
        return all().filter(event -> wanted.contains(event.id())).toList();
    }

    @Override
    public synchronized List<TicketEvent> from(EventId from, int limit) {
        return all().filter(event -> event.id().compareTo(from) >= 0)
                .sorted(Comparator.comparing(TicketEvent::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<TicketId> triagedTickets(@Nullable TicketId after, int limit) {
        return events.keySet().stream()
                .filter(ticket -> !pending.contains(ticket))
                .filter(ticket -> after == null || ticket.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public Map<TicketId, Standing> standing(Collection<TicketId> tickets) {
        Map<TicketId, Standing> standing = new HashMap<>();
        tickets.forEach(
                ticket -> standing.put(ticket, new Standing(confidential.contains(ticket), pending.contains(ticket))));
        return standing;
    }

    private java.util.stream.Stream<TicketEvent> all() {
        return events.values().stream().flatMap(List::stream);
    }
}
