package io.switchboard.core.store.audit;

import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit log in SQL. */
@Component(service = AuditStore.class)
public final class SqlAuditStore implements AuditStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlAuditStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void add(AuditRow row) {
        mapper().add(row);
    }

    @Override
    public List<AuditRow> list(AuditQuery query) {
        return mapper().list(query);
    }

    @Override
    public int countBefore(Instant time, int limit) {
        return mapper().before(time, limit).size();
    }

    @Override
    public int removeBefore(Instant time, int limit) {
        List<UUID> old = mapper().before(time, limit);
        return old.isEmpty() ? 0 : mapper().delete(old);
    }

    private AuditMapper mapper() {
        return mappers.of(AuditMapper.class);
    }
}
