package io.switchboard.core.store.shelf;

import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates, macros and views in SQL. */
@Component(service = ShelfStore.class)
public final class SqlShelfStore implements ShelfStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlShelfStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(ShelfRow row) {
        mapper().insert(row);
    }

    @Override
    public boolean update(ShelfRow row, long expectedVersion) {
        return mapper().update(row, expectedVersion) == 1;
    }

    @Override
    public boolean delete(UUID id, long expectedVersion) {
        return mapper().delete(id, expectedVersion) == 1;
    }

    @Override
    public Optional<ShelfRow> find(String kind, UUID id) {
        return mapper().find(kind, id);
    }

    @Override
    public List<ShelfRow> list(
            String kind, Collection<UUID> owners, boolean everyTeam, @Nullable ShelfPosition after, int limit) {
        return mapper().list(kind, owners, everyTeam, after, limit);
    }

    @Override
    public int count(String kind, UUID owner, int limit) {
        return mapper().count(kind, owner, limit);
    }

    private ShelfMapper mapper() {
        return mappers.of(ShelfMapper.class);
    }
}
