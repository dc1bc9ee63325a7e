package io.switchboard.core.rest.root;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.rest.PublicResource;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The OpenAPI 3.1 document of the core's API. What the resources say of themselves is written down when the core is built;
 * what their code does not say, such as limits and what maps hold, stands in {@code openapi-additions.json}, and so does the
 * event stream, which is no resource; what follows for all operations is worked out here. Plugins' resources are not in it: they belong to each plugin's own documents, and
 * the document is the same on every desk.
 */
final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDITIONS = "openapi-additions.json";

    private ApiDescription() {}

    /** Returns the whole document for a version of the server. */
    static ObjectNode complete(InputStream built, String version) throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(built);
        JsonNode additions = additions();
        document.withObjectProperty("paths").setAll((ObjectNode) additions.path("paths"));
        head(document, version);
        components(document);
        SpelledOutPaths.spellOut(document, additions);
        new DescribedSchemas(document, additions).complete();
        new DescribedOperations(document, additions).complete();
        ReachableSchemas.keep(document);
        return document;
    }

    /** Returns what the code of the resources does not say. */
    static JsonNode additions() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PublicResource.class.getResourceAsStream(ADDITIONS), ADDITIONS)) {
            return JSON.readTree(file);
        }
    }

    private static void head(ObjectNode document, String version) {
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", "Switchboard")
                .put("version", version)
                .put(
                        "description",
                        "A help desk made of plugins. Errors are RFC 9457 problem documents. Lists page by cursor. What a"
                                + " caller may not see does not exist for it.");
        info.putObject("contact").put("name", "The people of the Switchboard project");
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/api/v1");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("token");
        security.addObject().putArray("session");
    }

    private static void components(ObjectNode document) {
        ObjectNode components = document.withObjectProperty("components");
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "An API token, which POST /tokens makes");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "switchboard-session")
                .put("description", "Changes also send the session's csrfToken in X-CSRF-Token");
        components
                .putObject("responses")
                .putObject("Problem")
                .put("description", "What went wrong and what to do")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
