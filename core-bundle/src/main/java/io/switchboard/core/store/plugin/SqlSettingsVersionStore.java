package io.switchboard.core.store.plugin;

import io.switchboard.core.store.MapperSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of settings in SQL. */
@Component(service = SettingsVersionStore.class)
public final class SqlSettingsVersionStore implements SettingsVersionStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlSettingsVersionStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private SettingsVersionMapper mapper() {
        return mappers.of(SettingsVersionMapper.class);
    }

    @Override
    public List<SettingsVersionRow> all(String plugin) {
        return mapper().all(plugin);
    }

    @Override
    public void add(SettingsVersionRow row) {
        mapper().insert(row);
    }

    @Override
    public void removeBefore(String plugin, long version) {
        mapper().deleteBefore(plugin, version);
    }
}
