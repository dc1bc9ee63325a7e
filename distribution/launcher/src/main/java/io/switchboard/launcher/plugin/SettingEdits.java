package io.switchboard.launcher.plugin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.switchboard.launcher.folder.StartFailure;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Works out the new settings of a plugin from the present ones and the words of the command line. */
final class SettingEdits {
    private final JsonObject properties;
    private final JsonObject values;
    private final JsonObject given = new JsonObject();

    private SettingEdits(JsonObject settings) {
        this.properties = Json.child(Json.child(settings, "schema"), "properties");
        this.values = Json.child(settings, "values").deepCopy();
    }

    /**
     * Returns all values as the server is to have them; a secret that is not named stays.
     *
     * @throws StartFailure if a name is none of a setting, or a value is not of its kind
     */
    static JsonObject apply(JsonObject settings, PluginOrder order, Terminal terminal) throws StartFailure {
        SettingEdits edits = new SettingEdits(settings);
        for (String word : order.values(PluginOption.SET)) {
            edits.set(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        for (String name : order.values(PluginOption.UNSET)) {
            edits.unset(name);
        }
        for (String name : order.values(PluginOption.SECRET)) {
            if (!edits.isSecret(name)) {
                throw new StartFailure("The setting '" + name + "' is no secret: give it by --set.");
            }
            edits.values.addProperty(name, terminal.secret(name));
        }
        return edits.values;
    }

    private void set(String name, String word) throws StartFailure {
        if (isSecret(name)) {
            throw new StartFailure("The setting '" + name + "' is a secret, and others can read a command line: give"
                    + " it by --secret " + name + ".");
        }
        JsonObject property = Json.child(properties, name);
        boolean list = Json.text(property, "type").equals("array");
        JsonElement value = typed(name, list ? Json.child(property, "items") : property, word);
        if (list) {
            JsonArray all = given.has(name) ? given.getAsJsonArray(name) : new JsonArray();
            all.add(value);
            given.add(name, all);
            values.add(name, all);
        } else if (given.has(name)) {
            throw new StartFailure("The setting '" + name + "' takes one value only.");
        } else {
            given.add(name, value);
            values.add(name, value);
        }
    }

    private void unset(String name) throws StartFailure {
        if (isSecret(name)) {
            values.add(name, JsonNull.INSTANCE);
        } else {
            values.remove(name);
        }
    }

    private boolean isSecret(String name) throws StartFailure {
        if (!properties.has(name)) {
            throw new StartFailure("There is no setting '" + name + "'"
                    + (properties.size() == 0 ? "." : ": there are " + String.join(", ", properties.keySet()) + "."));
        }
        return Json.flag(Json.child(properties, name), "writeOnly");
    }

    private static JsonElement typed(String name, JsonObject kind, String word) throws StartFailure {
        try {
            return switch (Json.text(kind, "type")) {
                case "boolean" -> new JsonPrimitive(logical(name, word));
                case "integer" -> new JsonPrimitive(new BigInteger(word));
                case "number" -> new JsonPrimitive(new BigDecimal(word));
                default -> new JsonPrimitive(word);
            };
        } catch (NumberFormatException noNumber) {
            throw new StartFailure("The setting '" + name + "' takes a number, not '" + word + "'.");
        }
    }

    private static boolean logical(String name, String word) throws StartFailure {
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        throw new StartFailure("The setting '" + name + "' takes true or false, not '" + word + "'.");
    }
}
