package io.switchboard.core.store.broadcast;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Broadcasts in SQL. */
@Component(service = BroadcastStore.class)
public final class SqlBroadcastStore implements BroadcastStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlBroadcastStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public int insert(BroadcastRow row) {
        mapper().insert(row);
        return mapper().addReports(row.id(), row.ticketId());
    }

    @Override
    public Optional<BroadcastRow> find(UUID id) {
        return mapper().find(id);
    }

    @Override
    public List<BroadcastRow> of(TicketId incident) {
        return mapper().of(incident);
    }

    @Override
    public List<TicketId> pending(UUID broadcast, @Nullable TicketId after, int limit) {
        return mapper().pending(broadcast, after, limit);
    }

    @Override
    public boolean settle(ReportRow row) {
        return mapper().settle(row) == 1;
    }

    @Override
    public List<ReportRow> reports(Collection<UUID> broadcasts) {
        return broadcasts.stream().flatMap(id -> mapper().reports(id).stream()).toList();
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purgeReports(ticket);
        mapper().purge(ticket);
    }

    private BroadcastMapper mapper() {
        return mappers.of(BroadcastMapper.class);
    }
}
