package io.switchboard.core.store.plugin;

import io.switchboard.core.store.MapperSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signers of plugins in SQL. */
@Component(service = SignerStore.class)
public final class SqlSignerStore implements SignerStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlSignerStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private SignerMapper mapper() {
        return mappers.of(SignerMapper.class);
    }

    @Override
    public List<SignerRow> all() {
        return mapper().all();
    }

    @Override
    public Optional<SignerRow> find(String plugin) {
        return mapper().find(plugin);
    }

    @Override
    public void put(SignerRow row) {
        if (mapper().update(row) == 0) {
            mapper().insert(row);
        }
    }
}
