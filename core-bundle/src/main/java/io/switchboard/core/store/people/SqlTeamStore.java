package io.switchboard.core.store.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.MapperSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Teams in SQL. */
@Component(service = TeamStore.class)
public final class SqlTeamStore implements TeamStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlTeamStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    @Override
    public void insert(TeamRow team) {
        mapper().insert(team);
    }

    @Override
    public boolean update(TeamRow team, long expectedVersion) {
        return mapper().update(team, expectedVersion) == 1;
    }

    @Override
    public boolean lock(TeamId id) {
        return mapper().lock(id) == 1;
    }

    @Override
    public void delete(TeamId id) {
        mapper().deleteMembers(id);
        mapper().delete(id);
    }

    @Override
    public Optional<TeamRow> find(TeamId id) {
        return mapper().find(id);
    }

    @Override
    public List<TeamRow> list(@Nullable String prefix, @Nullable NamePosition after, int limit) {
        String from = prefix == null ? null : NameKey.of(prefix);
        return mapper().list(from, from == null ? null : from + Character.MAX_VALUE, after, limit);
    }

    @Override
    public boolean inUse(TeamId id) {
        return mapper().below(id) > 0 || mapper().queued(id) > 0;
    }

    @Override
    public int count(Collection<TeamId> ids) {
        return ids.isEmpty() ? 0 : mapper().count(ids);
    }

    @Override
    public Map<PersonId, Set<TeamId>> teamsOf(Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return mapper().memberships(persons).stream()
                .collect(groupingBy(TeamMapper.MemberRow::person, mapping(TeamMapper.MemberRow::team, toSet())));
    }

    @Override
    public void join(PersonId person, Set<TeamId> teams) {
        mapper().leaveAll(person);
        teams.forEach(team -> mapper().join(person, team));
    }

    @Override
    public List<PersonId> members(TeamId id) {
        return mapper().members(id);
    }

    private TeamMapper mapper() {
        return mappers.of(TeamMapper.class);
    }
}
