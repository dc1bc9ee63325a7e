package io.switchboard.core.store.triage;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.people.WorkingHours;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.MapperSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads persons, teams and tickets. */
@Component(service = StaffStore.class)
public final class SqlStaffStore implements StaffStore {
    private static final TypeReference<Map<String, Integer>> SKILLS = new TypeReference<>() {};
    private static final TypeReference<Map<String, LocalDate>> CERTIFICATES = new TypeReference<>() {};
    private static final TypeReference<List<String>> LANGUAGES = new TypeReference<>() {};
    private static final TypeReference<List<WorkingHours>> HOURS = new TypeReference<>() {};

    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlStaffStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private StaffMapper mapper() {
        return mappers.of(StaffMapper.class);
    }

    @Override
    public List<Agent> agents() {
        Map<PersonId, Set<TeamId>> teams = new HashMap<>();
        mapper().memberships()
                .forEach(row -> teams.computeIfAbsent(row.person(), person -> new HashSet<>())
                        .add(row.team()));
        return mapper().agents().stream()
                .map(row -> agent(row, teams.getOrDefault(row.id(), Set.of())))
                .toList();
    }

    private static Agent agent(StaffMapper.AgentRow row, Set<TeamId> teams) {
        String zone = row.zone();
        return new Agent(
                row.id(),
                row.name(),
                row.email(),
                row.active(),
                teams,
                Json.read(row.skills(), SKILLS),
                Json.read(row.certificates(), CERTIFICATES),
                Json.read(row.languages(), LANGUAGES),
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                Json.read(row.workingHours(), HOURS),
                row.senior());
    }

    @Override
    public List<HandledTicket> handled(PersonId requester) {
        return mapper().handled(requester);
    }
}
