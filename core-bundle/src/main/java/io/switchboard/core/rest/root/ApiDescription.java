package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/**
 * The OpenAPI 3.1 document. What the resources say of themselves is written down when the core is built; here what holds
 * for all operations is added: the base path, how callers show who they are, and the problem that each may answer.
 */
final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private ApiDescription() {}

    /** Returns the whole document for a version of the server. */
    static ObjectNode complete(InputStream built, String version) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(built);
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Switchboard")
                .put("version", version)
                .put("description", "A help desk made of plugins. Errors are RFC 9457 problem documents.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/api/v1");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("token");
        security.addObject().putArray("session");
        components(document);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        complete((ObjectNode) operation.getValue());
                    }
                }));
        return document;
    }

    private static void components(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components");
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "switchboard-session")
                .put("description", "Changes also send the session's csrfToken in X-CSRF-Token");
        ObjectNode problem = components.withObjectProperty("schemas").putObject("Problem");
        problem.put("type", "object").put("description", "RFC 9457, with the fields concerned");
        ObjectNode members = problem.putObject("properties");
        members.putObject("type").put("type", "string");
        members.putObject("title").put("type", "string");
        members.putObject("status").put("type", "integer");
        members.putObject("detail").put("type", "string");
        members.putObject("instance").put("type", "string");
        ObjectNode error = members.putObject("errors").put("type", "array").putObject("items");
        error.put("type", "object");
        error.putObject("properties").putObject("field").put("type", "string");
        error.withObjectProperty("properties").putObject("message").put("type", "string");
        components
                .putObject("responses")
                .putObject("Problem")
                .put("description", "What went wrong and what to do")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static void complete(ObjectNode operation) {
        if (!operation.hasNonNull("summary")) {
            String words = operation
                    .path("operationId")
                    .asText()
                    .replaceAll("([A-Z])", " $1")
                    .replace('_', ' ');
            operation.put("summary", words.isEmpty() ? "" : capital(words));
        }
        ObjectNode responses = operation.withObjectProperty("responses");
        JsonNode success = responses.remove("default");
        if (success != null) {
            ObjectNode answered = (ObjectNode) success;
            if (answered.path("description").asText().startsWith("default")) {
                answered.put("description", "Done");
            }
            responses.set("2XX", answered);
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT)
                + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
