package io.switchboard.launcher.plugin;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the list of plugins to a person. */
final class PluginTable {
    private PluginTable() {}

    /** Returns the list, line by line. */
    static List<String> of(JsonObject list) {
        List<JsonObject> plugins = Json.children(list, "items");
        int id = width(plugins, "id");
        int version = width(plugins, "version");
        List<String> lines = new ArrayList<>();
        for (JsonObject plugin : plugins) {
            lines.add(String.format(
                    "%-" + id + "s  %-" + version + "s  %-11s  %-7s  %s",
                    Json.text(plugin, "id"),
                    Json.text(plugin, "version"),
                    Json.text(plugin, "state"),
                    Json.text(plugin, "origin"),
                    Json.text(plugin, "name")));
            lines.addAll(trouble(plugin));
        }
        Json.child(list, "refused").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(file -> lines.add("refused: " + file.getKey() + " of the plugin folder: "
                        + file.getValue().getAsString()));
        return lines;
    }

    private static List<String> trouble(JsonObject plugin) {
        List<String> lines = new ArrayList<>();
        String runs = Json.text(plugin, "runningVersion");
        if (!runs.isEmpty() && !runs.equals(Json.text(plugin, "version"))) {
            lines.add("  version " + runs + " runs in its place");
        }
        JsonObject quarantine = Json.child(plugin, "quarantine");
        if (quarantine.size() > 0) {
            lines.add("  in quarantine since " + Json.text(quarantine, "since") + ", asked nothing: "
                    + Json.text(quarantine, "reason"));
        }
        String failure = Json.text(plugin, "failure");
        if (!failure.isEmpty()) {
            lines.add("  " + failure);
        }
        return lines;
    }

    private static int width(List<JsonObject> plugins, String name) {
        return plugins.stream()
                .mapToInt(plugin -> Json.text(plugin, name).length())
                .max()
                .orElse(1);
    }
}
