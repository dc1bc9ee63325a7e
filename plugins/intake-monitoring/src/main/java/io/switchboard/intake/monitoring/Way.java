package io.switchboard.intake.monitoring;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.lifecycle.StatusDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways through a lifecycle, whatever its statuses are called. */
record Way(LifecycleProfile profile) {
    boolean done(Status status) {
        return profile.definition(status)
                .map(StatusDefinition::category)
                .filter(StatusCategory.DONE::equals)
                .isPresent();
    }

    /** Tells whether nothing follows any more. */
    boolean ended(Status status) {
        return profile.next(status).isEmpty();
    }

    /** Returns the first status in which a ticket that was done is worked on again. */
    Optional<Status> back(Status from) {
        return profile.next(from).stream().filter(next -> !done(next)).findFirst();
    }

    /**
     * Returns the statuses on the shortest way to one that is done; from one that can be left again if there is a choice.
     * Nothing if no way leads there.
     */
    List<Status> toDone(Status from) {
        Set<Status> seen = new HashSet<>(Set.of(from));
        Deque<List<Status>> ways = new ArrayDeque<>(List.of(List.of()));
        List<Status> found = List.of();
        while (!ways.isEmpty()) {
            List<Status> way = ways.remove();
            if (!found.isEmpty() && way.size() >= found.size()) {
                return found;
            }
            for (Status next : profile.next(way.isEmpty() ? from : way.get(way.size() - 1))) {
                List<Status> longer = new ArrayList<>(way);
                longer.add(next);
                if (done(next) && (found.isEmpty() || (ended(last(found)) && !ended(next)))) {
                    found = longer;
                } else if (!done(next) && seen.add(next)) {
                    ways.add(longer);
                }
            }
        }
        return found;
    }

    private static Status last(List<Status> way) {
        return way.get(way.size() - 1);
    }
}
