package io.switchboard.core.triage;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.configuration.DeskSettings;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
    private final TeamTree teams;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Snapshot latest;

    /** What was read, with how many changes had been made here before it was read. */
    private record Snapshot(Weighing weighing, long readAt, long changes) {}

    /** Makes it. */
    @Activate
    public AssignmentWeights(@Reference DeskSettings settings, @Reference TeamTree teams) {
        this.settings = settings;
        this.teams = teams;
    }

    /** Returns the weights, without those of teams that are gone. */
    public Versioned<RuleWeights> get(Caller caller) {
        AccessPolicy.require(caller, Right.TICKET_ASSIGN);
        Versioned<RuleWeights> kept = kept();
        Set<String> known = teams.all().stream().map(Object::toString).collect(Collectors.toSet());
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
        changes.incrementAndGet();
        return put;
    }

    /**
     * Demands that the teams of weights are there.
     *
     * @param prefix what stands before the name of the field that is wrong
     * @throws SwitchboardException with {@code invalid-field} naming the first that is not
     */
    void demandKnown(String prefix, RuleWeights weights) {
        Set<String> known = teams.all().stream().map(Object::toString).collect(Collectors.toSet());
        weights.teams().keySet().stream()
                .sorted()
                .filter(team -> !known.contains(team))
                .findFirst()
                .ifPresent(team -> {
                    throw SwitchboardException.field(prefix + "teams." + team, "must be the id of a team");
                });
    }

    /** Returns the weights as they hold now. */
    Weighing current() {
        Snapshot known = latest;
        long seen = changes.get();
        if (known == null || known.changes() != seen || System.nanoTime() - known.readAt() >= FRESH.toNanos()) {
            known = new Snapshot(weighing(kept().content()), System.nanoTime(), seen);
            latest = known;
        }
        return known.weighing();
    }

    /** Returns what weights come to in each queue. */
    Weighing weighing(RuleWeights weights) {
        return (plugin, team) -> weights.of(plugin, teams.above(team));
    }

    private Versioned<RuleWeights> kept() {
        return settings.read(SETTING, RuleWeights.class, RuleWeights.STANDARD);
    }
}
