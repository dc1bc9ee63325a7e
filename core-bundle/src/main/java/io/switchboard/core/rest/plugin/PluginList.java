package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.DesiredState.Outcome;
import io.switchboard.core.plugins.ReadPlugins.Desired;
import io.switchboard.core.plugins.ReadPlugins.Installed;
import io.switchboard.core.plugins.text.ReaderLanguages;
import io.switchboard.core.sockets.PluginWellbeing.PluginState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is installed.
 *
 * @param refused why files of the plugin folder were refused, by their names
 * @param desired the file that says what is installed, or null if none does
 * @param health how those feel that serve something at the moment, by their ids
 */
public record PluginList(
        List<PluginView> items,
        @Nullable String next,
        Map<String, String> refused,
        @Nullable DesiredView desired,
        Map<String, HealthView> health) {
    /** Keeps copies. */
    public PluginList {
        items = List.copyOf(items);
        refused = Map.copyOf(refused);
        health = Map.copyOf(health);
    }

    /**
     * What became of the file that says what is installed.
     *
     * @param state {@code applied}, {@code refused} or {@code pending}
     * @param reasons why it is refused
     * @param at since when that is so, or null if it is pending
     */
    public record DesiredView(
            String file,
            String state,
            List<String> reasons,
            @Nullable Instant at) {
        static DesiredView of(Desired desired) {
            Outcome outcome = desired.outcome();
            if (outcome == null) {
                return new DesiredView(desired.file(), "pending", List.of(), null);
            }
            String state = outcome.reasons().isEmpty() ? "applied" : "refused";
            return new DesiredView(desired.file(), state, outcome.reasons(), outcome.at());
        }
    }

    static PluginList of(
            List<Installed> plugins,
            Map<String, String> refused,
            @Nullable DesiredView desired,
            Map<String, PluginState> states,
            ReaderLanguages languages) {
        Map<String, HealthView> health = new TreeMap<>();
        states.forEach((plugin, state) -> health.put(plugin, HealthView.of(state)));
        return new PluginList(
                plugins.stream().map(plugin -> PluginView.of(plugin, languages)).toList(),
                null,
                refused,
                desired,
                health);
    }
}
