package io.switchboard.core.store.work;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Working time on tickets in SQL. */
@Component(service = TimeStore.class)
public final class SqlTimeStore implements TimeStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlTimeStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(TimeRow row) {
        mapper().insert(row);
    }

    @Override
    public boolean update(TimeRow row, long expectedVersion) {
        return mapper().update(row, expectedVersion) == 1;
    }

    @Override
    public boolean delete(UUID id, long expectedVersion) {
        return mapper().delete(id, expectedVersion) == 1;
    }

    @Override
    public Optional<TimeRow> find(UUID id) {
        return mapper().find(id);
    }

    @Override
    public List<TimeRow> of(Collection<TicketId> tickets) {
        return mapper().of(InList.of(tickets, TicketId::new));
    }

    @Override
    public long minutes(Collection<TicketId> tickets) {
        return mapper().minutes(InList.of(tickets, TicketId::new));
    }

    @Override
    public void rewrite(UUID id, @Nullable String note) {
        mapper().rewrite(id, note);
    }

    @Override
    public void forgetNotes(TicketId ticket) {
        mapper().forgetNotes(ticket);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private TimeMapper mapper() {
        return mappers.of(TimeMapper.class);
    }
}
