package io.switchboard.core.triage;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * By what the assignment rules count, as the administrator wants it for the desk and for single queues. A change holds for
 * what is assigned from then on; other nodes follow within two seconds.
 */
@Component(service = AssignmentWeights.class)
public final class AssignmentWeights {
    private static final String SETTING = "assignment.weights";
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final DeskSettings settings;
    private final Transactions transactions;
    private final AccessStore access;
    private volatile @Nullable Snapshot latest;

    private record Snapshot(Weighing weighing, long readAt) {}

    /** Makes it. */
    @Activate
    public AssignmentWeights(
            @Reference DeskSettings settings, @Reference Transactions transactions, @Reference AccessStore access) {
        this.settings = settings;
        this.transactions = transactions;
        this.access = access;
    }

    /** Returns the weights, without those of teams that are gone. */
    public Versioned<RuleWeights> get(Caller caller) {
        AccessPolicy.require(caller, Right.TICKET_ASSIGN);
        Versioned<RuleWeights> kept = kept();
        Set<String> known = parents().keySet().stream().map(Object::toString).collect(Collectors.toSet());
        Map<String, Map<String, RuleWeight>> teams =
                new HashMap<>(kept.content().teams());
        teams.keySet().retainAll(known);
        return new Versioned<>(new RuleWeights(kept.content().desk(), teams), kept.version());
    }

    /**
     * Replaces the weights that are still as the caller saw them.
     *
     * @throws SwitchboardException with {@code invalid-field} if a team is not there, or {@code stale-version}
     */
    public Versioned<RuleWeights> replace(Caller caller, RuleWeights wanted, Precondition precondition) {
        AccessPolicy.require(caller, Right.DESK_CONFIGURE);
        demandKnown("", wanted);
        Versioned<RuleWeights> put =
                settings.replace(caller, SETTING, RuleWeights.class, RuleWeights.STANDARD, wanted, precondition);
        latest = null;
        return put;
    }

    /**
     * Demands that the teams of weights are there.
     *
     * @param prefix what stands before the name of the field that is wrong
     * @throws SwitchboardException with {@code invalid-field} naming the first that is not
     */
    void demandKnown(String prefix, RuleWeights weights) {
        Map<TeamId, @Nullable TeamId> known = parents();
        weights.teams().keySet().stream()
                .sorted()
                .filter(team ->
                        known.keySet().stream().noneMatch(id -> id.toString().equals(team)))
                .findFirst()
                .ifPresent(team -> {
                    throw SwitchboardException.field(prefix + "teams." + team, "must be the id of a team");
                });
    }

    /** Returns the weights as they hold now. */
    Weighing current() {
        Snapshot known = latest;
        if (known == null || System.nanoTime() - known.readAt() >= FRESH.toNanos()) {
            known = new Snapshot(weighing(kept().content()), System.nanoTime());
            latest = known;
        }
        return known.weighing();
    }

    /** Returns what weights come to in each queue, with the teams as they stand now. */
    Weighing weighing(RuleWeights weights) {
        Map<TeamId, @Nullable TeamId> parents = weights.teams().isEmpty() ? Map.of() : parents();
        return (plugin, team) -> weights.of(plugin, queue(team, parents));
    }

    private static List<TeamId> queue(@Nullable TeamId team, Map<TeamId, @Nullable TeamId> parents) {
        Set<TeamId> queue = new LinkedHashSet<>();
        @Nullable TeamId next = team;
        while (next != null && queue.add(next)) {
            next = parents.get(next);
        }
        return new ArrayList<>(queue);
    }

    private Versioned<RuleWeights> kept() {
        return settings.read(SETTING, RuleWeights.class, RuleWeights.STANDARD);
    }

    private Map<TeamId, @Nullable TeamId> parents() {
        Map<TeamId, @Nullable TeamId> parents = new HashMap<>();
        transactions.read(access::teamParents).forEach(team -> parents.put(team.id(), team.parent()));
        return parents;
    }
}
