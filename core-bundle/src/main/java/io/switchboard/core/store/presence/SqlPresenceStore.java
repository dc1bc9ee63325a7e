package io.switchboard.core.store.presence;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has which ticket open, in SQL. */
@Component(service = PresenceStore.class)
public final class SqlPresenceStore implements PresenceStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlPresenceStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void put(PresenceRow row) {
        if (mapper().update(row) == 0) {
            mapper().insert(row);
        }
    }

    @Override
    public List<PresenceRow> at(TicketId ticket, Instant after) {
        return mapper().at(ticket, after);
    }

    @Override
    public List<PresenceRow> since(Instant after) {
        return mapper().since(after);
    }

    @Override
    public void forget(Instant before) {
        mapper().forgetBefore(before);
    }

    @Override
    public void purge(TicketId ticket) {
        mapper().purge(ticket);
    }

    private PresenceMapper mapper() {
        return mappers.of(PresenceMapper.class);
    }
}
