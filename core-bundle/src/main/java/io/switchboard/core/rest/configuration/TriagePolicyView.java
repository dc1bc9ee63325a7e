package io.switchboard.core.rest.configuration;

import io.switchboard.core.triage.StoredTriagePolicy.Content;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What triage goes by.
 *
 * @param defaultTeam the team that gets what nobody else claims, or null
 * @param manualTeams the teams whose tickets are assigned by hand
 * @param threshold from which confidence on a suggestion is taken, from 0 to 1
 * @param skills which skills a category or product asks for
 */
public record TriagePolicyView(
        @Nullable String defaultTeam, List<String> manualTeams, double threshold, Map<String, List<String>> skills) {
    static TriagePolicyView of(Content policy) {
        return new TriagePolicyView(
                policy.defaultTeam(), policy.manualTeams(), policy.threshold(), new TreeMap<>(policy.skills()));
    }
}
