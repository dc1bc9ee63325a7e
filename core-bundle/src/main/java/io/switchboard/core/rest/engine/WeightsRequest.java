package io.switchboard.core.rest.engine;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.triage.RuleWeight;
import io.switchboard.core.triage.RuleWeights;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The weights as they are wanted; of plugins that are left out the standard holds.
 *
 * @param desk by plugin id
 * @param teams by team id and plugin id
 */
public record WeightsRequest(
        @Nullable Map<String, WeightRequest> desk, @Nullable Map<String, Map<String, WeightRequest>> teams) {
    private static final Pattern PLUGIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,199}");
    private static final int MOST_PLUGINS = 100;
    private static final int MOST_TEAMS = 1_000;

    /** By what a plugin's rules count; vetoes hold if it does not say otherwise. */
    public record WeightRequest(
            @Nullable Integer weight, @Nullable Boolean vetoes) {}

    RuleWeights weights() {
        return weights("");
    }

    /**
     * Reads the weights inside another request.
     *
     * @param prefix what stands before the names of fields that are wrong
     */
    RuleWeights weights(String prefix) {
        Map<String, RuleWeight> ofDesk = weights(prefix + "desk", desk);
        if (teams == null || teams.size() > MOST_TEAMS) {
            throw SwitchboardException.field(prefix + "teams", "must be given, with at most " + MOST_TEAMS + " teams");
        }
        Map<String, Map<String, RuleWeight>> ofTeams = new TreeMap<>();
        teams.forEach((team, plugins) -> ofTeams.put(id(prefix, team), weights(prefix + "teams." + team, plugins)));
        return new RuleWeights(ofDesk, ofTeams);
    }

    private static String id(String prefix, String team) {
        try {
            return UUID.fromString(team).toString();
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(prefix + "teams", "must be named by the ids of teams");
        }
    }

    private static Map<String, RuleWeight> weights(String field, @Nullable Map<String, WeightRequest> plugins) {
        if (plugins == null || plugins.size() > MOST_PLUGINS) {
            throw SwitchboardException.field(field, "must be given, with at most " + MOST_PLUGINS + " plugins");
        }
        Map<String, RuleWeight> weights = new TreeMap<>();
        plugins.forEach((plugin, wanted) -> {
            if (!PLUGIN.matcher(plugin).matches()) {
                throw SwitchboardException.field(field, "must be named by ids of plugins, such as assign-by-skill");
            }
            weights.put(plugin, weight(field + "." + plugin + ".weight", wanted));
        });
        return weights;
    }

    private static RuleWeight weight(String field, @Nullable WeightRequest wanted) {
        Integer weight = wanted == null ? null : wanted.weight();
        if (wanted == null || weight == null || weight < 0 || weight > RuleWeight.MOST) {
            throw SwitchboardException.field(field, "must be a whole number from 0 to " + RuleWeight.MOST);
        }
        return new RuleWeight(weight, wanted.vetoes() == null || wanted.vetoes());
    }
}
