package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Completes the operations: tags, parameters, bodies, what they answer, and who may call them. */
final class DescribedOperations {
    private static final Set<String> OPERATION = Set.of("", "openapi.json", "backup", "clock", "delivery-hold");
    private static final Set<String> CATALOGS = Set.of("categories", "products", "priorities");
    private static final String KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";

    private final ObjectNode document;
    private final JsonNode additions;
    private final Set<String> used = new TreeSet<>();

    DescribedOperations(ObjectNode document, JsonNode additions) {
        this.document = document;
        this.additions = additions;
    }

    void complete() {
        document.path("paths").properties().forEach(path -> {
            boolean versioned = Stream.of("patch", "put", "delete")
                    .anyMatch(method -> has(path.getValue().path(method), IF_MATCH));
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                complete(path.getKey(), operation.getKey(), (ObjectNode) operation.getValue(), versioned);
            }
        });
        ArrayNode tags = document.putArray("tags");
        used.forEach(tag -> tags.addObject()
                .put("name", tag)
                .put("description", additions.path("tags").path(tag).asText(tag)));
    }

    private void complete(String path, String method, ObjectNode operation, boolean versioned) {
        String id = operation.path("operationId").asText();
        String described = operation.path("x-operation").asText(id);
        operation.remove("x-operation");
        String tag = tag(path);
        used.add(tag);
        operation.putArray("tags").add(tag);
        parameters(method, described, operation);
        body(operation, described);
        boolean open = listed("open", described);
        if (open) {
            operation.putArray("security");
        }
        describe(operation, open);
        answers(method, described, operation, versioned);
        problems(path, operation, open);
    }

    /** Says in words what a reader would have to gather from parameters and answers. */
    private void describe(ObjectNode operation, boolean open) {
        List<String> sentences = new ArrayList<>();
        sentences.add(open ? "For anybody." : "For callers who are signed in.");
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (name.equals(KEY)) {
                sentences.add("With an Idempotency-Key it is carried out once, however often it is sent.");
            } else if (name.equals(IF_MATCH)) {
                sentences.add(
                        parameter.path("required").asBoolean()
                                ? "Changes only the version that If-Match names."
                                : "With If-Match it changes only the version that this names.");
            } else if (name.equals("cursor")) {
                sentences.add("Gives one page; next is the cursor of the page after it, or null.");
            }
        }
        operation.put("description", String.join(" ", sentences));
    }

    private static String tag(String path) {
        String first = path.split("/", -1)[1];
        if (OPERATION.contains(first)) {
            return "operation";
        }
        return CATALOGS.contains(first) ? "catalog" : first;
    }

    private boolean listed(String list, String operation) {
        for (JsonNode entry : additions.path(list)) {
            if (entry.asText().equals(operation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(JsonNode operation, String parameter) {
        for (JsonNode known : operation.path("parameters")) {
            if (known.path("name").asText().equals(parameter)) {
                return true;
            }
        }
        return false;
    }

    private void parameters(String method, String id, ObjectNode operation) {
        ArrayNode parameters = operation.withArrayProperty("parameters");
        if (method.equals("post") && !listed("withoutKey", id)) {
            parameters.addObject().put("name", KEY).put("in", "header");
        }
        additions
                .path("moreParameters")
                .path(id)
                .forEach(name ->
                        parameters.addObject().put("name", name.asText()).put("in", "query"));
        for (JsonNode parameter : parameters) {
            ObjectNode described = (ObjectNode) parameter;
            String name = described.path("name").asText();
            JsonNode all = additions.path("parameters");
            JsonNode addition = all.has(id + "." + name) ? all.path(id + "." + name) : all.path(name);
            if (addition instanceof ObjectNode known) {
                described.setAll(known.deepCopy());
            }
            if (described.path("name").asText().equals(IF_MATCH) && !listed("versionMayBeLeftOut", id)) {
                described.put("required", true);
            }
        }
        if (parameters.isEmpty()) {
            operation.remove("parameters");
        }
    }

    private void body(ObjectNode operation, String id) {
        if (!(operation.path("requestBody") instanceof ObjectNode body)) {
            return;
        }
        JsonNode given = additions.path("requestBodies").path(id);
        if (given instanceof ObjectNode content) {
            body.set("content", content.deepCopy());
        }
        boolean required = false;
        for (JsonNode content : body.path("content")) {
            JsonNode schema = content.path("schema");
            if (schema.isEmpty()) {
                ((ObjectNode) content).putObject("schema").put("type", "string").put("format", "binary");
            }
            String name = schema.path("$ref").asText().replace(ReachableSchemas.PREFIX, "");
            required |= name.isEmpty()
                    || name.endsWith("Patch")
                    || document.at("/components/schemas").path(name).has("required");
        }
        body.put("required", required);
    }

    private void answers(String method, String id, ObjectNode operation, boolean versioned) {
        ObjectNode responses = operation.withObjectProperty("responses");
        JsonNode generated = responses.remove("default");
        String[] answer = additions.path("answers").path(id).asText("200").split(" ", 2);
        ObjectNode success = responses.putObject(answer[0]);
        success.put("description", answer[0].equals("204") ? "Done" : answer[0].equals("201") ? "Made" : "The answer");
        if (!answer[0].equals("204")) {
            content(success, id, answer, generated);
            boolean read = versioned && method.equals("get");
            boolean tagged = has(operation, IF_MATCH) ? !method.equals("delete") : read;
            headers(success, answer, tagged, !listed("withoutKey", id));
        }
        additions
                .path("moreAnswers")
                .path(id)
                .properties()
                .forEach(more -> responses
                        .putObject(more.getKey())
                        .put("description", more.getValue().asText()));
    }

    private static void content(ObjectNode success, String id, String[] answer, @Nullable JsonNode generated) {
        if (answer.length == 2 && answer[1].equals("bytes")) {
            bytes(success, id);
        } else if (answer.length == 2 && answer[1].equals("events")) {
            events(success);
        } else if (answer.length == 2) {
            success.putObject("content")
                    .putObject("application/json")
                    .putObject("schema")
                    .put("$ref", ReachableSchemas.PREFIX + answer[1]);
        } else if (generated != null) {
            success.set("content", generated.path("content"));
        }
    }

    private static void headers(ObjectNode success, String[] answer, boolean tagged, boolean located) {
        if (answer[0].equals("201") && located) {
            header(success, "Location", "Where it is found");
        }
        if (tagged && !answer[answer.length - 1].startsWith("Page")) {
            header(success, "ETag", "The version, to be sent in If-Match with a change");
        }
    }

    private static void bytes(ObjectNode success, String id) {
        success.putObject("content")
                .putObject(id.equals("backUp") ? "application/zip" : "application/octet-stream")
                .putObject("schema")
                .put("type", "string")
                .put("format", "binary");
    }

    private static void events(ObjectNode success) {
        success.putObject("content")
                .putObject("text/event-stream")
                .putObject("schema")
                .put("type", "string")
                .put(
                        "description",
                        "Events of the tickets that the caller sees, each with its type, and as data JSON with id, type,"
                                + " ticket, number, version, sequence and at; its id is good for Last-Event-ID. Besides,"
                                + " without an id: ticket.presence, notification, ui.contributions, and reload, after which"
                                + " anything may be another");
    }

    private static void header(ObjectNode response, String name, String description) {
        response.withObjectProperty("headers")
                .putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    /** Names the problems that can be told from the operation itself; whatever else is a problem too. */
    private static void problems(String path, ObjectNode operation, boolean open) {
        Set<String> problems = new TreeSet<>(Set.of("default", "400", "503"));
        if (!open) {
            problems.addAll(Set.of("401", "403"));
        }
        if (path.contains("{")) {
            problems.add("404");
        }
        if (has(operation, IF_MATCH)) {
            problems.addAll(Set.of("412", "428"));
        }
        if (has(operation, KEY)) {
            problems.add("422");
        }
        if (path.startsWith("/session")) {
            problems.add("429");
        }
        ObjectNode responses = operation.withObjectProperty("responses");
        problems.forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/Problem"));
    }
}
