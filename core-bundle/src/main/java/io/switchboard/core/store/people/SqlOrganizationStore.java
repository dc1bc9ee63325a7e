package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organizations in SQL. */
@Component(service = OrganizationStore.class)
public final class SqlOrganizationStore implements OrganizationStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlOrganizationStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(OrganizationRow organization) {
        mapper().insert(organization);
    }

    @Override
    public boolean update(OrganizationRow organization, long expectedVersion) {
        return mapper().update(organization, expectedVersion) == 1;
    }

    @Override
    public void delete(OrganizationId id) {
        mapper().deleteDomains(id);
        mapper().delete(id);
    }

    @Override
    public Optional<OrganizationRow> find(OrganizationId id) {
        return mapper().find(id);
    }

    @Override
    public Optional<OrganizationRow> byName(String name) {
        return mapper().byNameKey(NameKey.of(name));
    }

    @Override
    public List<OrganizationRow> list(@Nullable String prefix, @Nullable NamePosition after, int limit) {
        String from = prefix == null ? null : NameKey.of(prefix);
        return mapper().list(from, from == null ? null : from + Character.MAX_VALUE, after, limit);
    }

    @Override
    public void putDomains(OrganizationId id, Collection<String> domains) {
        mapper().deleteDomains(id);
        domains.forEach(domain -> mapper().insertDomain(domain, id));
    }

    @Override
    public boolean hasMembers(OrganizationId id) {
        return mapper().members(id) > 0;
    }

    private OrganizationMapper mapper() {
        return mappers.of(OrganizationMapper.class);
    }
}
