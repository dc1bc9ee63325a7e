package io.switchboard.core.store.timer;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Timers in a table. */
@Component(service = TimerStore.class)
public final class SqlTimerStore implements TimerStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlTimerStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private TimerMapper mapper() {
        return mappers.of(TimerMapper.class);
    }

    @Override
    public void put(TimerRow timer) {
        if (mapper().update(timer) == 0) {
            mapper().insert(timer);
        }
    }

    @Override
    public void remove(String kind, String subject) {
        mapper().delete(kind, subject);
    }

    @Override
    public void rung(TimerRow timer) {
        mapper().rung(timer);
    }

    @Override
    public void postpone(TimerRow timer) {
        mapper().postpone(timer);
    }

    @Override
    public void recall(String kind) {
        mapper().recall(kind);
    }

    @Override
    public void removeOf(TicketId ticket) {
        mapper().deleteOf(ticket);
    }

    @Override
    public List<TimerRow> due(Instant now, int limit) {
        return mapper().due(now, limit);
    }
}
