package io.switchboard.core.rest.engine;

import io.switchboard.core.triage.RuleWeight;
import io.switchboard.core.triage.RuleWeights;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights as they are answered.
 *
 * @param standard what holds of plugins that are not named
 * @param desk by plugin id
 * @param teams by team id and plugin id
 */
record WeightsView(WeightView standard, Map<String, WeightView> desk, Map<String, Map<String, WeightView>> teams) {
    /** By what a plugin's rules count. */
    record WeightView(int weight, boolean vetoes) {
        static WeightView of(RuleWeight weight) {
            return new WeightView(weight.weight(), weight.vetoes());
        }
    }

    static WeightsView of(RuleWeights weights) {
        Map<String, Map<String, WeightView>> teams = new TreeMap<>();
        weights.teams().forEach((team, plugins) -> teams.put(team, views(plugins)));
        return new WeightsView(WeightView.of(RuleWeight.STANDARD), views(weights.desk()), teams);
    }

    private static Map<String, WeightView> views(Map<String, RuleWeight> plugins) {
        Map<String, WeightView> views = new TreeMap<>();
        plugins.forEach((plugin, weight) -> views.put(plugin, WeightView.of(weight)));
        return views;
    }
}
