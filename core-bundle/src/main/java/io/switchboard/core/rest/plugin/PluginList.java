package io.switchboard.core.rest.plugin;

import io.switchboard.core.plugins.ReadPlugins.Installed;
import io.switchboard.core.sockets.PluginWellbeing.PluginState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is installed.
 *
 * @param refused why files of the plugin folder were refused, by their names
 * @param health how those feel that serve something at the moment, by their ids
 */
public record PluginList(
        List<PluginView> items, @Nullable String next, Map<String, String> refused, Map<String, HealthView> health) {
    /** Keeps copies. */
    public PluginList {
        items = List.copyOf(items);
        refused = Map.copyOf(refused);
        health = Map.copyOf(health);
    }

    static PluginList of(List<Installed> plugins, Map<String, String> refused, Map<String, PluginState> states) {
        Map<String, HealthView> health = new TreeMap<>();
        states.forEach((plugin, state) -> health.put(plugin, HealthView.of(state)));
        return new PluginList(plugins.stream().map(PluginView::of).toList(), null, refused, health);
    }
}
