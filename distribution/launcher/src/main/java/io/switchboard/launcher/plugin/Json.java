package io.switchboard.launcher.plugin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.switchboard.launcher.folder.StartFailure;
import java.util.ArrayList;
import java.util.List;

/** Reads what the server answers. What is missing or of another kind is empty, so that a newer server can be asked, too. */
final class Json {
    private Json() {}

    /** @throws StartFailure if it is no JSON object */
    static JsonObject object(String text) throws StartFailure {
        try {
            JsonElement element = JsonParser.parseString(text);
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (JsonParseException noJson) {
            throw new StartFailure("What answers there is no Switchboard server: " + noJson.getMessage());
        }
        throw new StartFailure("What answers there is no Switchboard server.");
    }

    static String text(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }

    static boolean flag(JsonObject object, String name) {
        return text(object, name).equals("true");
    }

    static JsonObject child(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    static List<JsonObject> children(JsonObject object, String name) {
        List<JsonObject> children = new ArrayList<>();
        list(object, name).forEach(element -> {
            if (element.isJsonObject()) {
                children.add(element.getAsJsonObject());
            }
        });
        return children;
    }

    static List<String> texts(JsonObject object, String name) {
        List<String> texts = new ArrayList<>();
        list(object, name).forEach(element -> {
            if (element.isJsonPrimitive()) {
                texts.add(element.getAsString());
            }
        });
        return texts;
    }

    private static JsonArray list(JsonObject object, String name) {
        JsonElement element = object.get(name);
        return element != null && element.isJsonArray() ? element.getAsJsonArray() : new JsonArray();
    }
}
