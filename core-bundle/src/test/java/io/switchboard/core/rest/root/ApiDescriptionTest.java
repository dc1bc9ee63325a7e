package io.switchboard.core.rest.root;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.core.rest.PublicResource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    void everySchemaThatIsReferredToIsThere() {
        assertThat(document.findValuesAsText("$ref").stream()
                        .filter(reference -> document.at(reference.substring(1)).isMissingNode()))
                .isEmpty();
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

    @Test
    void everyOperationSaysWhatItsAnswerHolds() {
        for (Operation operation : operations()) {
            operation.node().path("responses").properties().forEach(answer -> {
                if (answer.getKey().startsWith("2")
                        && !answer.getKey().equals("204")
                        && !answer.getKey().equals("206")) {
                    assertThat(answer.getValue().path("content"))
                            .as(
                                    "%s: name its schema in openapi-additions.json under answers",
                                    operation.node().path("operationId").asText())
                            .isNotEmpty()
                            .allMatch(content -> content.path("schema").size() > 0);
                }
            });
        }
    }

    @Test
    void everyParameterIsDescribedWithItsLimits() {
        for (Operation operation : operations()) {
            operation.node().path("parameters").forEach(parameter -> {
                JsonNode schema = parameter.path("schema");
                boolean bounded = !schema.path("type").asText().equals("string")
                        || Stream.of("maxLength", "enum", "format", "pattern").anyMatch(schema::has);
                assertThat(bounded && !parameter.path("description").asText().isEmpty())
                        .as(
                                "%s %s: describe it in openapi-additions.json under parameters",
                                operation.node().path("operationId").asText(),
                                parameter.path("name").asText())
                        .isTrue();
            });
        }
    }

    @Test
    void whatIsOpenToAnybodyIsWhatTheResourcesSay() throws Exception {
        Set<String> open = new TreeSet<>();
        for (Class<?> resource : classes()) {
            for (Method method : resource.getDeclaredMethods()) {
                io.swagger.v3.oas.annotations.Operation described =
                        method.getAnnotation(io.swagger.v3.oas.annotations.Operation.class);
                boolean marked = method.isAnnotationPresent(PublicResource.class)
                        || resource.isAnnotationPresent(PublicResource.class);
                if (described != null && marked && !described.hidden()) {
                    open.add(described.operationId());
                }
            }
        }
        Set<String> told = new TreeSet<>();
        for (Operation operation : operations()) {
            if (operation.node().has("security")) {
                told.add(operation.node().path("operationId").asText());
            }
        }
        assertThat(told).as("openapi-additions.json, open").isEqualTo(open);
    }

    @Test
    void whatMayBeNullIsWhatTheRecordsSay() throws Exception {
        for (Class<?> type : classes()) {
            JsonNode schema = document.at("/components/schemas").path(type.getSimpleName());
            if (!type.isRecord()
                    || !schema.has("required")
                    || !type.getSimpleName().endsWith("View")) {
                continue;
            }
            for (RecordComponent component : type.getRecordComponents()) {
                boolean may = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                String told =
                        schema.path("properties").path(component.getName()).toString();
                assertThat(told.contains("\"null\""))
                        .as("openapi-additions.json, nullable: %s.%s", type.getSimpleName(), component.getName())
                        .isEqualTo(may);
            }
        }
    }

    @Test
    void noTwoBodiesHaveTheSameName() throws Exception {
        List<String> names = new ArrayList<>();
        for (Class<?> type : classes()) {
            if (type.isRecord() && Modifier.isPublic(type.getModifiers())) {
                names.add(type.getSimpleName());
            }
        }
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void whatIsAddedIsAboutWhatThereIs() throws IOException {
        JsonNode additions = ApiDescription.additions();
        Set<String> ids = new TreeSet<>();
        operations()
                .forEach(operation ->
                        ids.add(operation.node().path("operationId").asText().replaceFirst("Of[A-Z][a-z]+$", "")));
        for (String list : List.of("answers", "bodies", "requestBodies", "moreParameters", "moreAnswers")) {
            additions
                    .path(list)
                    .fieldNames()
                    .forEachRemaining(id -> assertThat(ids).as(list).contains(id));
        }
        for (String list : List.of("open", "withoutKey", "versionMayBeLeftOut")) {
            additions.path(list).forEach(id -> assertThat(ids).as(list).contains(id.asText()));
        }
        Set<String> schemas = new TreeSet<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(schemas::add);
        additions
                .path("schemas")
                .fieldNames()
                .forEachRemaining(name -> assertThat(schemas).contains(name));
    }

    /** Returns the classes of the resources and what stands beside them. */
    private static List<Class<?>> classes() throws Exception {
        Path root = Path.of(PublicResource.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root.resolve("io/switchboard/core/rest"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                if (!name.endsWith("package-info")) {
                    classes.add(Class.forName(name, false, PublicResource.class.getClassLoader()));
                }
            }
        }
        return classes;
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
