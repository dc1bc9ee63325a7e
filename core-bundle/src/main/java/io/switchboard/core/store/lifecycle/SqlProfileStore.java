package io.switchboard.core.store.lifecycle;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.core.lifecycle.OwnProfiles;
import io.switchboard.core.lifecycle.ProfileFile;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.MapperSource;
import io.switchboard.core.store.Transactions;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Profiles in SQL. */
@Component(service = {ProfileStore.class, OwnProfiles.class})
public final class SqlProfileStore implements ProfileStore {
    private final Transactions transactions;
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlProfileStore(@Reference Transactions transactions, @Reference MapperSource mappers) {
        this.transactions = transactions;
        this.mappers = mappers;
    }

    @Override
    public Optional<LifecycleProfile> find(String id) {
        return transactions.read(() -> mapper().find(id)).map(SqlProfileStore::read);
    }

    @Override
    public List<LifecycleProfile> list() {
        return transactions.read(() -> mapper().list()).stream()
                .map(SqlProfileStore::read)
                .toList();
    }

    static LifecycleProfile read(String content) {
        return Json.read(content, ProfileFile.class).profile();
    }

    private static String write(LifecycleProfile profile) {
        return Json.write(ProfileFile.of(profile));
    }

    @Override
    public void insert(LifecycleProfile profile) {
        mapper().insert(profile.id(), write(profile));
        for (int slot = 0; slot < Standings.SLOTS; slot++) {
            mapper().insertHold(profile.id(), slot);
        }
    }

    @Override
    public boolean lock(String id) {
        return mapper().holdAll(id) > 0;
    }

    @Override
    public boolean stands(String id, Status status) {
        return mapper().anyStanding(id, status).isPresent();
    }

    @Override
    public void update(LifecycleProfile profile) {
        mapper().update(profile.id(), write(profile));
    }

    @Override
    public void delete(String id) {
        mapper().deleteHolds(id);
        mapper().delete(id);
    }

    private ProfileMapper mapper() {
        return mappers.of(ProfileMapper.class);
    }
}
