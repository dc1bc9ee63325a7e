package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.MapperSource;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts of other systems in SQL. */
@Component(service = ExternalIdentityStore.class)
public final class SqlExternalIdentityStore implements ExternalIdentityStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlExternalIdentityStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void bind(IdentityRow row) {
        mapper().bind(row);
    }

    @Override
    public Optional<IdentityRow> byLogin(String loginKey) {
        return mapper().byLogin(loginKey);
    }

    @Override
    public Optional<IdentityRow> bySubject(String issuer, String subject) {
        return mapper().bySubject(issuer, subject);
    }

    @Override
    public List<IdentityRow> of(PersonId person) {
        return mapper().of(person);
    }

    @Override
    public int release(PersonId person) {
        return mapper().release(person);
    }

    private ExternalIdentityMapper mapper() {
        return mappers.of(ExternalIdentityMapper.class);
    }
}
