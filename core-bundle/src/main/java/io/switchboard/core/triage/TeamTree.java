package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.people.AccessStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which team stands above which: what is said of a queue holds for those of the teams below it. */
@Component(service = TeamTree.class)
public final class TeamTree {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final AccessStore access;
    private volatile @Nullable Snapshot latest;

    private record Snapshot(Map<TeamId, @Nullable TeamId> parents, long readAt) {}

    /** Makes it. */
    @Activate
    public TeamTree(@Reference Transactions transactions, @Reference AccessStore access) {
        this.transactions = transactions;
        this.access = access;
    }

    /** Returns a team and the teams above it, the nearest first, as they were at most two seconds ago; none for null. */
    List<TeamId> above(@Nullable TeamId team) {
        if (team == null) {
            return List.of();
        }
        Snapshot known = latest;
        if (known == null || System.nanoTime() - known.readAt() >= FRESH.toNanos()) {
            known = new Snapshot(parents(), System.nanoTime());
            latest = known;
        }
        Set<TeamId> queue = new LinkedHashSet<>();
        @Nullable TeamId next = team;
        while (next != null && queue.add(next)) {
            next = known.parents().get(next);
        }
        return new ArrayList<>(queue);
    }

    /** Returns all teams as stored now. */
    Set<TeamId> all() {
        return parents().keySet();
    }

    private Map<TeamId, @Nullable TeamId> parents() {
        Map<TeamId, @Nullable TeamId> parents = new HashMap<>();
        transactions.read(access::teamParents).forEach(team -> parents.put(team.id(), team.parent()));
        return parents;
    }
}
