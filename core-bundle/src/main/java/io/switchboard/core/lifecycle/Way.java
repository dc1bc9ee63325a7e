package io.switchboard.core.lifecycle;

import io.switchboard.api.lifecycle.LifecycleProfile;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.lifecycle.StatusCategory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the shortest way between two statuses that passes only where the desk works on a ticket. */
final class Way {
    private Way() {}

    /** Returns the statuses on the way, the last one being the wanted; empty if there is none. */
    static Optional<List<Status>> shortest(LifecycleProfile profile, Status from, Status to) {
        Map<Status, List<Status>> ways = new HashMap<>(Map.of(from, List.of()));
        Deque<Status> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Status at = open.remove();
            for (Status next : profile.next(at)) {
                List<Status> way = new ArrayList<>(ways.get(at));
                way.add(next);
                if (next.equals(to)) {
                    return Optional.of(List.copyOf(way));
                }
                boolean worked = profile.definition(next)
                        .filter(found -> found.category() == StatusCategory.ACTIVE)
                        .isPresent();
                if (worked && ways.putIfAbsent(next, way) == null) {
                    open.add(next);
                }
            }
        }
        return Optional.empty();
    }
}
