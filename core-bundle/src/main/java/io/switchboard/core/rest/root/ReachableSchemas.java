package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** The schemas that a part of the document speaks of, also through others. */
final class ReachableSchemas {
    static final String PREFIX = "#/components/schemas/";

    private ReachableSchemas() {}

    /** Removes the schemas that no operation speaks of. */
    static void keep(ObjectNode document) {
        Set<String> reached = new TreeSet<>();
        collect(document.path("paths"), document, reached);
        collect(document.path("components").path("responses"), document, reached);
        document.withObjectProperty("components").withObjectProperty("schemas").retain(reached);
    }

    /** Adds the names of all schemas that a node speaks of. */
    static void collect(JsonNode node, ObjectNode document, Set<String> reached) {
        String reference = node.path("$ref").asText();
        if (reference.startsWith(PREFIX)) {
            String name = reference.substring(PREFIX.length());
            if (reached.add(name)) {
                collect(document.path("components").path("schemas").path(name), document, reached);
            }
        }
        node.forEach(child -> collect(child, document, reached));
    }
}
