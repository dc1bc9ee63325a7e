package io.switchboard.core.store.people;

import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons in SQL. */
@Component(service = PersonStore.class)
public final class SqlPersonStore implements PersonStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlPersonStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(PersonRow person) {
        mapper().insert(person);
    }

    @Override
    public boolean update(PersonRow person, long expectedVersion) {
        return mapper().update(person, expectedVersion) == 1;
    }

    @Override
    public List<PersonRow> list(PersonSearch search) {
        return mapper().list(search);
    }

    @Override
    public boolean isAgent(PersonId id) {
        return mapper().isAgent(id) > 0;
    }

    @Override
    public void insertAbsence(AbsenceRow absence) {
        mapper().insertAbsence(absence);
    }

    @Override
    public List<AbsenceRow> absencesOf(PersonId person) {
        return mapper().absencesOf(person);
    }

    @Override
    public boolean deleteAbsence(PersonId person, UUID id) {
        return mapper().deleteAbsence(person, id) > 0;
    }

    @Override
    public Set<PersonId> awayAt(Instant at) {
        return Set.copyOf(mapper().awayAt(at));
    }

    @Override
    public Optional<PersonRow> find(PersonId id) {
        return mapper().find(id);
    }

    @Override
    public Map<PersonId, PersonRow> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : mapper().findAll(InList.of(ids, PersonId::new)).stream()
                        .collect(Collectors.toMap(PersonRow::id, Function.identity()));
    }

    @Override
    public Optional<PersonRow> byEmailKey(String emailKey) {
        return mapper().byEmailKey(emailKey);
    }

    @Override
    public Optional<PersonRow> byPhoneKey(String phoneKey) {
        return mapper().byPhoneKey(phoneKey).stream().findFirst();
    }

    @Override
    public Optional<OrganizationId> organizationOfDomain(String domainKey) {
        return mapper().organizationOfDomain(domainKey);
    }

    @Override
    public boolean sharesTickets(OrganizationId organization) {
        return mapper().sharing(organization) > 0;
    }

    @Override
    public boolean isStaff(PersonId id) {
        return mapper().memberships(id) > 0;
    }

    @Override
    public Set<PersonId> unerased(Collection<PersonId> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(mapper().unerased(ids));
    }

    @Override
    public Map<PersonId, PersonReference> references(Collection<PersonId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return mapper().references(InList.of(ids, PersonId::new)).stream()
                .collect(Collectors.toMap(PersonReference::id, Function.identity()));
    }

    private PersonMapper mapper() {
        return mappers.of(PersonMapper.class);
    }
}
