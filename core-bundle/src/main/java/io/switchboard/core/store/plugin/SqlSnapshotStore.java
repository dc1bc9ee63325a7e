package io.switchboard.core.store.plugin;

import io.switchboard.core.store.MapperSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Snapshots in SQL. */
@Component(service = SnapshotStore.class)
public final class SqlSnapshotStore implements SnapshotStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlSnapshotStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private SnapshotMapper mapper() {
        return mappers.of(SnapshotMapper.class);
    }

    @Override
    public List<SnapshotRow> all() {
        return mapper().all();
    }

    @Override
    public List<PluginRow> plugins(long number) {
        return mapper().entries(number);
    }

    @Override
    public void add(SnapshotRow snapshot) {
        mapper().insert(snapshot);
        mapper().insertPresent(snapshot.number());
    }

    @Override
    public void removeBefore(long number) {
        mapper().deleteEntriesBefore(number);
        mapper().deleteBefore(number);
    }
}
