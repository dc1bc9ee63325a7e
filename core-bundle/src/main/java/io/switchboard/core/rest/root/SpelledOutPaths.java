package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a path that begins with a parameter once for each value of it, so that no two paths of the document could mean
 * the same address.
 */
final class SpelledOutPaths {
    private SpelledOutPaths() {}

    static void spellOut(ObjectNode document, JsonNode additions) {
        ObjectNode paths = document.withObjectProperty("paths");
        ObjectNode spelled = document.objectNode();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (!path.getKey().startsWith("/{")) {
                spelled.set(path.getKey(), path.getValue());
                continue;
            }
            String name = path.getKey().substring(2, path.getKey().indexOf('}'));
            JsonNode values =
                    additions.path("parameters").path(name).path("schema").path("enum");
            for (JsonNode value : values) {
                spelled.set(
                        path.getKey().replace("{" + name + "}", value.asText()),
                        one(path.getValue().deepCopy(), name, value.asText()));
            }
        }
        document.set("paths", spelled);
    }

    private static JsonNode one(JsonNode path, String name, String value) {
        for (JsonNode operation : path) {
            ObjectNode described = (ObjectNode) operation;
            String ending = value.substring(0, 1).toUpperCase(Locale.ROOT) + value.substring(1);
            described.put("x-operation", described.path("operationId").asText());
            described.put("operationId", described.path("operationId").asText() + "Of" + ending);
            described.put("summary", described.path("summary").asText() + ": " + value);
            withoutParameter(described.withArrayProperty("parameters"), name);
        }
        return path;
    }

    private static void withoutParameter(ArrayNode parameters, String name) {
        for (Iterator<JsonNode> each = parameters.iterator(); each.hasNext(); ) {
            if (each.next().path("name").asText().equals(name)) {
                each.remove();
            }
        }
    }
}
