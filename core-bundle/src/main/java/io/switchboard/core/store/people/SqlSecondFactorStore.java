package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors in SQL. */
@Component(service = SecondFactorStore.class)
public final class SqlSecondFactorStore implements SecondFactorStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlSecondFactorStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public Optional<SecretRow> secret(PersonId person) {
        return mapper().secret(person);
    }

    @Override
    public boolean propose(PersonId person, String sealed, Instant now) {
        if (mapper().propose(person, sealed, now) > 0) {
            return true;
        }
        if (mapper().has(person) > 0) {
            return false;
        }
        mapper().insert(person, sealed, now);
        return true;
    }

    @Override
    public boolean useStep(PersonId person, long step, Instant now) {
        return mapper().useStep(person, step, now) > 0;
    }

    @Override
    public void putRecoveryCodes(PersonId person, Collection<String> hashes) {
        mapper().deleteRecoveryCodes(person);
        hashes.forEach(hash -> mapper().insertRecoveryCode(person, hash));
    }

    @Override
    public int recoveryCodes(PersonId person) {
        return mapper().recoveryCodes(person);
    }

    @Override
    public boolean useRecoveryCode(PersonId person, String hash) {
        return mapper().useRecoveryCode(person, hash) > 0;
    }

    @Override
    public boolean remove(PersonId person, Instant now) {
        mapper().deleteRecoveryCodes(person);
        return mapper().remove(person, now) > 0;
    }

    private SecondFactorMapper mapper() {
        return mappers.of(SecondFactorMapper.class);
    }
}
