package io.switchboard.core.store.plugin;

import io.switchboard.core.store.MapperSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The quarantine in SQL. */
@Component(service = QuarantineStore.class)
public final class SqlQuarantineStore implements QuarantineStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlQuarantineStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private QuarantineMapper mapper() {
        return mappers.of(QuarantineMapper.class);
    }

    @Override
    public List<QuarantineRow> all() {
        return mapper().all();
    }

    @Override
    public boolean add(QuarantineRow row) {
        mapper().deleteOthers();
        return mapper().insert(row) > 0;
    }

    @Override
    public boolean remove(String plugin) {
        return mapper().delete(plugin) > 0;
    }
}
