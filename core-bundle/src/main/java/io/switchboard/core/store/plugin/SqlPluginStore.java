package io.switchboard.core.store.plugin;

import io.switchboard.core.store.MapperSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plugins in SQL. */
@Component(service = PluginStore.class)
public final class SqlPluginStore implements PluginStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlPluginStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private PluginMapper mapper() {
        return mappers.of(PluginMapper.class);
    }

    @Override
    public List<PluginRow> all() {
        return mapper().all();
    }

    @Override
    public Optional<PluginRow> find(String id) {
        return mapper().find(id);
    }

    @Override
    public void put(PluginRow plugin) {
        if (mapper().update(plugin) == 0) {
            mapper().insert(plugin);
        }
    }

    @Override
    public void fail(String id, @Nullable String failure) {
        mapper().fail(id, failure);
    }

    @Override
    public void remove(String id) {
        mapper().delete(id);
    }

    @Override
    public void addPiece(String sha256, int place, byte[] bytes) {
        mapper().insertPiece(sha256, place, bytes);
    }

    @Override
    public Optional<byte[]> piece(String sha256, int place) {
        return mapper().piece(sha256, place).map(PieceRow::bytes);
    }

    @Override
    public void removeUnusedArchives() {
        mapper().deleteUnusedPieces();
    }

    @Override
    public List<SourceRow> sources(String kind) {
        return mapper().sources(kind);
    }

    @Override
    public boolean elsewhere(SourceRow source) {
        return mapper().elsewhere(source) > 0;
    }

    @Override
    public void putSource(SourceRow source) {
        if (mapper().updateSource(source) == 0) {
            mapper().insertSource(source);
        }
    }

    @Override
    public void removeSource(String kind, String name) {
        mapper().deleteSource(kind, name);
    }
}
