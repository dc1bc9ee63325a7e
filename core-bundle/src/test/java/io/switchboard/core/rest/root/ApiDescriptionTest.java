package io.switchboard.core.rest.root;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.rest.PublicResource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules that a client of the OpenAPI document relies on. */
class ApiDescriptionTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private ObjectNode document;

    /** An operation with where it stands. */
    private record Operation(String path, String method, JsonNode node) {}

    @BeforeEach
    void read() throws IOException {
        try (InputStream built = Objects.requireNonNull(PublicResource.class.getResourceAsStream("openapi.json"))) {
            document = ApiDescription.complete(built, "test");
        }
    }

    @Test
    void theDocumentIsOpenApi31WithABaseAndALicence() {
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.at("/servers/0/url").asText()).isEqualTo("/api/v1");
        assertThat(document.at("/info/license/name").asText()).isNotEmpty();
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndASummary() {
        List<String> ids = new ArrayList<>();
        for (Operation operation : operations()) {
            assertThat(operation.node().path("summary").asText())
                    .as("%s", operation.path())
                    .isNotBlank();
            ids.add(operation.node().path("operationId").asText());
        }
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("").hasSizeGreaterThan(20);
    }

    @Test
    void everyOperationSaysWhatItAnswersAndThatItMayAnswerAProblem() {
        for (Operation operation : operations()) {
            Set<String> answers = new TreeSet<>();
            operation.node().path("responses").fieldNames().forEachRemaining(answers::add);
            assertThat(answers)
                    .as("%s %s", operation.method(), operation.path())
                    .contains("default");
            assertThat(answers)
                    .as("%s %s", operation.method(), operation.path())
                    .anyMatch(code -> code.startsWith("2"));
        }
    }

    @Test
    void everyParameterOfAPathIsDescribed() {
        for (Operation operation : operations()) {
            Set<String> described = new TreeSet<>();
            operation.node().path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    described.add(parameter.path("name").asText());
                }
            });
            Matcher matcher = PARAMETER.matcher(operation.path());
            Set<String> named = new TreeSet<>();
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
            assertThat(described).as(operation.path()).isEqualTo(named);
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(
                                new Operation(path.getKey(), operation.getKey(), operation.getValue()))));
        return operations;
    }
}
