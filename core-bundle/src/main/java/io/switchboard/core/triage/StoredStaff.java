package io.switchboard.core.triage;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.people.directory.Absences;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.TeamReferences;
import io.switchboard.core.store.triage.StaffStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The staff as stored, read anew when it is more than two seconds old. */
@Component(service = Staff.class)
public final class StoredStaff implements Staff {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final StaffStore store;
    private final TeamReferences teams;
    private final Absences absences;
    private volatile Snapshot latest = new Snapshot(List.of(), Map.of(), Long.MIN_VALUE);

    private record Snapshot(List<Agent> agents, Map<TeamId, Ticket.TeamReference> teams, long untilNanos) {}

    /** Makes it. */
    @Activate
    public StoredStaff(
            @Reference Transactions transactions,
            @Reference StaffStore store,
            @Reference TeamReferences teams,
            @Reference Absences absences) {
        this.transactions = transactions;
        this.store = store;
        this.teams = teams;
        this.absences = absences;
    }

    @Override
    public List<Agent> agents() {
        return snapshot().agents();
    }

    @Override
    public Set<PersonId> absent(Instant at) {
        return absences.awayAt(at);
    }

    @Override
    public Optional<Ticket.TeamReference> team(TeamId id) {
        Ticket.TeamReference known = snapshot().teams().get(id);
        return known == null
                ? Optional.ofNullable(
                        transactions.read(() -> teams.of(Set.of(id)).get(id)))
                : Optional.of(known);
    }

    private Snapshot snapshot() {
        Snapshot known = latest;
        if (known.untilNanos() != Long.MIN_VALUE && System.nanoTime() - known.untilNanos() < 0) {
            return known;
        }
        Snapshot read = transactions.read(() -> {
            List<Agent> agents = store.agents();
            Set<TeamId> mentioned =
                    agents.stream().flatMap(agent -> agent.teams().stream()).collect(Collectors.toSet());
            return new Snapshot(
                    agents, new ConcurrentHashMap<>(teams.of(mentioned)), System.nanoTime() + FRESH.toNanos());
        });
        latest = read;
        return read;
    }
}
