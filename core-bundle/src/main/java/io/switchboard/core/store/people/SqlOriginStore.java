package io.switchboard.core.store.people;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Origins in SQL. */
@Component(service = OriginStore.class)
public final class SqlOriginStore implements OriginStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlOriginStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public List<OriginRow> of(Collection<PersonId> persons) {
        return persons.isEmpty() ? List.of() : mapper().of(InList.of(persons, PersonId::new));
    }

    @Override
    public void put(OriginRow origin) {
        mapper().delete(origin.person(), origin.field());
        mapper().insert(origin);
    }

    @Override
    public Optional<Instant> due(PersonId person) {
        return mapper().due(person);
    }

    @Override
    public boolean putDue(PersonId person, @Nullable Instant seen, Instant due) {
        if (seen == null) {
            mapper().insertDue(person, due);
            return true;
        }
        return mapper().updateDue(person, seen, due) == 1;
    }

    private OriginMapper mapper() {
        return mappers.of(OriginMapper.class);
    }
}
