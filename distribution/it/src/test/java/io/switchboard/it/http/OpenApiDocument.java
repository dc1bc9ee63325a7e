package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The OpenAPI document of a server, and what it says. */
record OpenApiDocument(JsonNode root) {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** An operation that takes JSON. */
    record Taking(String method, String path, String id, JsonNode schema) {}

    static OpenApiDocument of(RunningServer server) {
        return new OpenApiDocument(
                server.http().get("/api/v1/openapi.json").expect(200).json());
    }

    static JsonSchema schema(JsonNode schema) {
        return SCHEMAS.getSchema(schema);
    }

    JsonNode schemaNamed(String name) {
        return root.at("/components/schemas").path(name);
    }

    /** Returns a schema itself where it is only named. */
    JsonNode resolved(JsonNode schema) {
        String name = schema.path("$ref").asText();
        return name.isEmpty() ? schema : schemaNamed(name.substring(name.lastIndexOf('/') + 1));
    }

    /** Returns all operations that take JSON. */
    List<Taking> taking() {
        List<Taking> taking = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode schema = operation.getValue().at("/requestBody/content/application~1json/schema");
                    if (!schema.isMissingNode()) {
                        taking.add(new Taking(
                                operation.getKey(),
                                path.getKey(),
                                operation.getValue().path("operationId").asText(),
                                resolved(schema)));
                    }
                }));
        return taking;
    }

    /** Demands that an answer is one that the document tells of: its status, its headers and its body, with nothing else. */
    void tellsOf(String method, String path, Response answer) {
        JsonNode told =
                root.path("paths").path(path).path(method).path("responses").path(Integer.toString(answer.status()));
        assertThat(told.isMissingNode()).as("%s %s: %s", method, path, answer).isFalse();
        told.path("headers")
                .fieldNames()
                .forEachRemaining(header -> assertThat(answer.header(header))
                        .as("%s %s: %s", method, path, header)
                        .isPresent());
        JsonNode schema = told.at("/content/application~1json/schema");
        if (schema.isMissingNode()) {
            assertThat(answer.bytes()).as("%s %s", method, path).isEmpty();
            return;
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.put("unevaluatedProperties", false);
        whole.set("components", root.path("components"));
        Set<ValidationMessage> faults = schema(whole).validate(answer.json());
        assertThat(faults).as("%s %s answered %s", method, path, answer).isEmpty();
    }
}
