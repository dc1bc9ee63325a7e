package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * By what the assignment rules of each plugin count. What a team says of a plugin holds for its queue and for those of the
 * teams below it; of what it does not speak the team above is asked, then the desk.
 *
 * @param desk what holds where no team says otherwise, by plugin id
 * @param teams what teams say, by team id and plugin id
 */
public record RuleWeights(Map<String, RuleWeight> desk, Map<String, Map<String, RuleWeight>> teams) {
    /** Those of a new desk: all rules count alike. */
    public static final RuleWeights STANDARD = new RuleWeights(Map.of(), Map.of());

    /** Keeps copies. */
    public RuleWeights {
        desk = Map.copyOf(desk);
        Map<String, Map<String, RuleWeight>> copies = new TreeMap<>();
        teams.forEach((team, weights) -> copies.put(team, Map.copyOf(weights)));
        teams = Map.copyOf(copies);
    }

    /**
     * Returns by what a plugin's rules count.
     *
     * @param queue the ticket's team and the teams above it, the nearest first; empty if it has none
     */
    RuleWeight of(String plugin, List<TeamId> queue) {
        return Stream.concat(queue.stream().map(team -> teams.getOrDefault(team.toString(), Map.of())), Stream.of(desk))
                .filter(weights -> weights.containsKey(plugin))
                .findFirst()
                .map(weights -> weights.get(plugin))
                .orElse(RuleWeight.STANDARD);
    }
}
