package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** Completes the schemas: what must be there, what may be null, and the limits of what is sent. */
final class DescribedSchemas {
    /** How many characters a text in JSON may have at all. */
    private static final int LONGEST_TEXT = 4 << 20;
    /** How many entries a list can have in the largest body. */
    private static final int LONGEST_LIST = 4 << 20;

    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";

    private final ObjectNode document;
    private final ObjectNode schemas;
    private final JsonNode additions;

    DescribedSchemas(ObjectNode document, JsonNode additions) {
        this.document = document;
        this.schemas = document.withObjectProperty("components").withObjectProperty("schemas");
        this.additions = additions;
    }

    void complete() {
        Set<String> sent = sent();
        schemas.properties().stream()
                .filter(schema -> !sent.contains(schema.getKey()))
                .forEach(schema -> answered(schema.getKey(), (ObjectNode) schema.getValue()));
        additions.path("schemas").properties().forEach(change -> {
            ObjectNode known = schemas.withObjectProperty(change.getKey());
            merge(known, (ObjectNode) change.getValue());
        });
        patches();
        for (String name : sent()) {
            bounded(schemas.path(name));
        }
    }

    private Set<String> sent() {
        Set<String> sent = new TreeSet<>();
        document.path("paths")
                .forEach(path -> path.forEach(
                        operation -> ReachableSchemas.collect(operation.path("requestBody"), document, sent)));
        return sent;
    }

    /** What an answer has is always there, and is null only where the additions say so. */
    private void answered(String name, ObjectNode schema) {
        ObjectNode properties = schema.path(PROPERTIES) instanceof ObjectNode known ? known : null;
        if (properties == null) {
            return;
        }
        ArrayNode required = schema.putArray(REQUIRED);
        properties.fieldNames().forEachRemaining(required::add);
        properties.properties().forEach(property -> {
            boolean may = property.getKey().equals("next") && name.startsWith("Page");
            for (JsonNode nullable : additions.path("nullable").path(name)) {
                may |= nullable.asText().equals(property.getKey());
            }
            if (may) {
                properties.set(property.getKey(), orNull((ObjectNode) property.getValue()));
            }
        });
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
            if (schema.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
            return schema;
        }
        if (schema.has("$ref")) {
            ObjectNode either = schema.objectNode();
            either.putArray("oneOf").add(schema).addObject().put("type", "null");
            return either;
        }
        return schema;
    }

    /** A patch has the fields of what makes the thing, none of them required. */
    private void patches() {
        document.path("paths").properties().forEach(path -> {
            JsonNode patch = path.getValue().path("patch");
            patch.path("requestBody").path("content").forEach(content -> {
                ObjectNode schema = ((ObjectNode) content).withObjectProperty("schema");
                String name = patched(path.getKey(), patch, schema);
                schema.removeAll().put("$ref", ReachableSchemas.PREFIX + name);
            });
        });
    }

    private String patched(String path, JsonNode operation, JsonNode schema) {
        JsonNode given =
                additions.path("bodies").path(operation.path("operationId").asText());
        if (given.isTextual()) {
            return given.asText();
        }
        String own = name(schema);
        String collection = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        String whole = own.equals("ObjectNode")
                ? name(document.path("paths").path(collection).at("/post/requestBody/content/application~1json/schema"))
                : own;
        if (!(schemas.path(whole) instanceof ObjectNode known)) {
            return own;
        }
        String name = whole.replaceFirst("Request$", "") + "Patch";
        if (!schemas.has(name)) {
            schemas.set(name, patchOf(known));
        }
        return name;
    }

    private static ObjectNode patchOf(ObjectNode known) {
        ObjectNode copy = known.deepCopy();
        copy.remove(REQUIRED);
        copy.put("description", "A JSON merge patch (RFC 7396): what is named is changed, null takes away");
        ObjectNode properties = copy.withObjectProperty(PROPERTIES);
        properties
                .properties()
                .forEach(property -> properties.set(property.getKey(), orNull((ObjectNode) property.getValue())));
        return copy;
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** Without a limit of its own a text or a list has that of every body. */
    private static void bounded(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            String type = schema.path("type").isArray()
                    ? schema.path("type").path(0).asText()
                    : schema.path("type").asText();
            boolean free = !schema.has("enum") && !schema.has("format") && !schema.has("maxLength");
            if (type.equals("string") && free) {
                schema.put("maxLength", LONGEST_TEXT);
            }
            if (type.equals("array") && !schema.has("maxItems")) {
                schema.put("maxItems", LONGEST_LIST);
            }
        }
        node.forEach(DescribedSchemas::bounded);
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                target.remove(member.getKey());
            } else if (member.getValue() instanceof ObjectNode inner
                    && target.path(member.getKey()) instanceof ObjectNode known) {
                merge(known, inner);
            } else {
                target.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }
}
