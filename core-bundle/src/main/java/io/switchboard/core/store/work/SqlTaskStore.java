package io.switchboard.core.store.work;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tasks inside tickets in SQL. */
@Component(service = TaskStore.class)
public final class SqlTaskStore implements TaskStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlTaskStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(TaskRow row) {
        mapper().insert(row);
    }

    @Override
    public boolean update(TaskRow row, long expectedVersion) {
        return mapper().update(row, expectedVersion) == 1;
    }

    @Override
    public boolean delete(UUID id, long expectedVersion) {
        return mapper().delete(id, expectedVersion) == 1;
    }

    @Override
    public Optional<TaskRow> find(UUID id) {
        return mapper().find(id);
    }

    @Override
    public List<TaskRow> of(Collection<TicketId> tickets) {
        return mapper().of(InList.of(tickets, TicketId::new));
    }

    @Override
    public int open(Collection<TicketId> tickets) {
        return mapper().open(InList.of(tickets, TicketId::new));
    }

    @Override
    public void rewrite(UUID id, String title) {
        mapper().rewrite(id, title);
    }

    @Override
    public void rewriteAll(TicketId ticket, String title) {
        mapper().rewriteAll(ticket, title);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private TaskMapper mapper() {
        return mappers.of(TaskMapper.class);
    }
}
