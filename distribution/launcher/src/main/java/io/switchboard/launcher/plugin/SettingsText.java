package io.switchboard.launcher.plugin;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Tells a plugin's settings to a person, and in what they will be others. Secrets are never told. */
final class SettingsText {
    private SettingsText() {}

    /** Returns the settings, line by line. */
    static List<String> of(String plugin, JsonObject settings) {
        JsonObject properties = Json.child(Json.child(settings, "schema"), "properties");
        List<String> required = Json.texts(Json.child(settings, "schema"), "required");
        List<String> lines = new ArrayList<>();
        for (String name : properties.keySet()) {
            JsonObject property = Json.child(properties, name);
            lines.add(name + " = " + value(settings, name, property) + "   (" + kind(property)
                    + (required.contains(name) ? ", must be set" : "") + ") " + Json.text(property, "title"));
        }
        return lines.isEmpty() ? List.of(plugin + " has no settings") : lines;
    }

    /** Returns what is going to be another, line by line. */
    static List<String> changes(JsonObject settings, JsonObject after) {
        JsonObject properties = Json.child(Json.child(settings, "schema"), "properties");
        JsonObject before = Json.child(settings, "values");
        List<String> lines = new ArrayList<>();
        for (String name : properties.keySet()) {
            JsonElement next = after.get(name);
            if (Json.flag(Json.child(properties, name), "writeOnly")) {
                if (next != null) {
                    lines.add("  " + name + ": " + (next.isJsonNull() ? "its secret is taken away" : "a new secret"));
                }
            } else if (!shown(before.get(name)).equals(shown(next))) {
                lines.add("  " + name + ": " + shown(before.get(name)) + " -> " + shown(next));
            }
        }
        return lines;
    }

    private static String value(JsonObject settings, String name, JsonObject property) {
        if (Json.flag(property, "writeOnly")) {
            return Json.texts(settings, "secrets").contains(name) ? "(a secret that is set)" : "(not set)";
        }
        JsonElement value = Json.child(settings, "values").get(name);
        return value == null && property.has("default") ? shown(property.get("default")) + " by default" : shown(value);
    }

    private static String kind(JsonObject property) {
        if (Json.flag(property, "writeOnly")) {
            return "secret";
        }
        String type = Json.text(property, "type");
        return type.equals("array") ? "list of " + Json.text(Json.child(property, "items"), "type") : type;
    }

    private static String shown(JsonElement value) {
        return value == null || value.isJsonNull() ? "(not set)" : value.toString();
    }
}
