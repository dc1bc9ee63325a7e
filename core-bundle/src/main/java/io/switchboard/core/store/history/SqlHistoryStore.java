package io.switchboard.core.store.history;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The history in SQL. */
@Component(service = HistoryStore.class)
public final class SqlHistoryStore implements HistoryStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlHistoryStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void append(List<HistoryRow> rows, List<HistoryText> texts) {
        rows.forEach(mapper()::insert);
        texts.forEach(mapper()::insertText);
    }

    @Override
    public List<HistoryRow> ofTicket(TicketId ticket, long after, int limit) {
        return mapper().ofTicket(ticket, after, limit);
    }

    @Override
    public List<HistoryRow> ofTickets(Collection<TicketId> tickets, int limit) {
        return tickets.isEmpty() ? List.of() : mapper().ofTickets(InList.of(tickets, TicketId::new), limit);
    }

    @Override
    public List<HistoryRow> latest(TicketId ticket, long before, int limit) {
        return mapper().latest(ticket, before, limit);
    }

    @Override
    public List<HistoryRow> story(
            Collection<TicketId> tickets, Collection<String> types, @Nullable EventId after, int limit) {
        return tickets.isEmpty() || types.isEmpty() ? List.of() : mapper().story(tickets, types, after, limit);
    }

    @Override
    public List<HistoryRow> withIds(Collection<EventId> ids) {
        return ids.isEmpty() ? List.of() : mapper().withIds(InList.of(ids, EventId::new));
    }

    @Override
    public List<HistoryRow> from(EventId from, int limit) {
        return mapper().from(from, limit);
    }

    @Override
    public List<HistoryText> texts(Collection<EventId> ids) {
        return ids.isEmpty() ? List.of() : mapper().texts(InList.of(ids, EventId::new));
    }

    @Override
    public List<TicketId> tickets(@Nullable TicketId after, int limit) {
        return List.copyOf(new LinkedHashSet<>(mapper().tickets(after, limit)));
    }

    @Override
    public List<EventId> worded(@Nullable EventId after, int limit) {
        return mapper().worded(after, limit);
    }

    @Override
    public void eraseTexts(TicketId ticket) {
        mapper().deleteTexts(ticket);
    }

    @Override
    public void eraseText(EventId event, String field) {
        mapper().deleteText(event, field);
    }

    @Override
    public void purge(TicketId ticket, long last) {
        mapper().deleteTexts(ticket);
        mapper().deleteBefore(ticket, last);
    }

    private HistoryMapper mapper() {
        return mappers.of(HistoryMapper.class);
    }
}
