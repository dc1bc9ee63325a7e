package io.switchboard.api.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lifecycle as data: which statuses there are and which may follow which. A profile that exists is valid: every edge
 * joins two of its statuses, there is exactly one status of the category {@link StatusCategory#INITIAL}, and every status
 * can be reached from it.
 *
 * @param id lower-case id, for example {@code standard}
 * @param name the display name
 * @param statuses the definitions, in the order of display, the initial one first
 * @param edges for each status the statuses that may follow it, in the order of display
 */
public record LifecycleProfile(
        String id, String name, List<StatusDefinition> statuses, Map<Status, List<Status>> edges) {
    /**
     * Validates and keeps copies.
     *
     * @throws IllegalArgumentException if it is not valid; the message names the fault
     */
    public LifecycleProfile {
        statuses = List.copyOf(statuses);
        Map<Status, List<Status>> copy = new LinkedHashMap<>();
        edges.forEach((from, next) -> copy.put(from, List.copyOf(next)));
        edges = Collections.unmodifiableMap(copy);
        validate(id, statuses, edges);
    }

    private static void validate(String id, List<StatusDefinition> statuses, Map<Status, List<Status>> edges) {
        Set<Status> known = new HashSet<>();
        for (StatusDefinition definition : statuses) {
            if (!known.add(definition.status())) {
                throw new IllegalArgumentException(id + ": status " + definition.status() + " is defined twice");
            }
        }
        List<StatusDefinition> initial = statuses.stream()
                .filter(definition -> definition.category() == StatusCategory.INITIAL)
                .toList();
        if (initial.size() != 1) {
            throw new IllegalArgumentException(id + ": needs exactly one initial status, has " + initial.size());
        }
        edges.forEach((from, next) -> {
            if (!known.contains(from) || !known.containsAll(next) || next.contains(from)) {
                throw new IllegalArgumentException(
                        id + ": an edge from " + from + " names an unknown status or itself");
            }
        });
        Set<Status> reached = reachable(initial.get(0).status(), edges);
        for (StatusDefinition definition : statuses) {
            if (!reached.contains(definition.status())) {
                throw new IllegalArgumentException(id + ": status " + definition.status() + " cannot be reached");
            }
        }
    }

    private static Set<Status> reachable(Status start, Map<Status, List<Status>> edges) {
        Set<Status> reached = new HashSet<>(Set.of(start));
        List<Status> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (Status next : edges.getOrDefault(open.remove(0), List.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    /** Returns the statuses that may follow, in the order of display; empty for a final or an unknown status. */
    public List<Status> next(Status from) {
        return edges.getOrDefault(from, List.of());
    }

    /** Returns what the profile says of a status, or nothing if it has no such status. */
    public Optional<StatusDefinition> definition(Status status) {
        return statuses.stream()
                .filter(definition -> definition.status().equals(status))
                .findFirst();
    }

    /** Returns the status in which a ticket begins. */
    public Status initial() {
        return statuses.stream()
                .filter(definition -> definition.category() == StatusCategory.INITIAL)
                .findFirst()
                .orElseThrow()
                .status();
    }
}
