package io.switchboard.assign.certified;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates tickets ask for.
 *
 * @param always what every ticket asks for
 * @param categories what tickets of a category and of all below it ask for, by its path
 * @param teams what tickets of a team ask for, by its name or id, in lower case
 */
record Demands(Set<String> always, Map<String, Set<String>> categories, Map<String, Set<String>> teams) {
    Demands {
        always = Set.copyOf(always);
        categories = Map.copyOf(categories);
        teams = teams.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, Demands::both));
    }

    /**
     * Returns the certificates that a ticket asks for, in the order of their ids.
     *
     * @param category the path of its category, or null
     * @param queue the names and ids of its team and of the teams above
     */
    List<String> of(@Nullable String category, Collection<String> queue) {
        Set<String> asked = new TreeSet<>(always);
        if (category != null) {
            categories.forEach((path, certificates) -> {
                if (category.equals(path) || category.startsWith(path + "/")) {
                    asked.addAll(certificates);
                }
            });
        }
        queue.forEach(team -> asked.addAll(teams.getOrDefault(team.toLowerCase(Locale.ROOT), Set.of())));
        return List.copyOf(asked);
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }
}
