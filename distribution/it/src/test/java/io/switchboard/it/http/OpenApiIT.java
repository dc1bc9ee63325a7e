package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The OpenAPI document that the server gives is one, and says what the server does. */
@SwitchboardServer
class OpenApiIT {
    private static final String API = "/api/v1";

    private Http administrator;
    private OpenApiDocument document;

    @BeforeEach
    void read(RunningServer server) {
        administrator = server.administrator();
        document = OpenApiDocument.of(server);
    }

    @Test
    void theDocumentIsOpenApi31() throws IOException {
        try (InputStream schema =
                Objects.requireNonNull(OpenApiIT.class.getResourceAsStream("/openapi-3.1.schema.json"))) {
            JsonNode openApi = Json.read(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(OpenApiDocument.schema(openApi).validate(document.root()))
                    .isEmpty();
        }
    }

    @Test
    void whatIsAnsweredOfTicketsIsWhatTheDocumentTells() {
        Response opened = administrator.post(API + "/tickets?wait=triage", full());
        String id = opened.json().path("id").asText();
        Tickets tickets = new Tickets(administrator);

        document.tellsOf("post", "/tickets", opened);
        document.tellsOf("get", "/tickets/{ticket}", tickets.get(id));
        document.tellsOf("get", "/tickets", administrator.get(API + "/tickets?limit=2"));
        document.tellsOf("get", "/tickets/{ticket}/thread", administrator.get(API + "/tickets/" + id + "/thread"));
        document.tellsOf("get", "/tickets/{ticket}/history", administrator.get(API + "/tickets/" + id + "/history"));
        document.tellsOf("post", "/tickets/{ticket}/messages", tickets.say(id, "note", "Looked at it."));
        document.tellsOf(
                "get", "/tickets/{ticket}/transitions", administrator.get(API + "/tickets/" + id + "/transitions"));
        document.tellsOf(
                "patch",
                "/tickets/{ticket}",
                tickets.changing(id).patch(API + "/tickets/" + id, Map.of("subject", "Told otherwise")));
        document.tellsOf(
                "post",
                "/tickets/{ticket}/participants",
                administrator.post(
                        API + "/tickets/" + id + "/participants", Map.of("email", "told@example.org", "kind", "cc")));
        document.tellsOf(
                "get", "/tickets/{ticket}/participants", administrator.get(API + "/tickets/" + id + "/participants"));
        document.tellsOf(
                "post",
                "/tickets/{ticket}/links",
                administrator.post(
                        API + "/tickets/" + id + "/links",
                        Map.of("kind", "chained", "subject", "Another", "description", "issue")));
        document.tellsOf("get", "/tickets/{ticket}/links", administrator.get(API + "/tickets/" + id + "/links"));
        whatIsKeptInside(id);
        document.tellsOf("delete", "/tickets/{ticket}", tickets.changing(id).delete(API + "/tickets/" + id));
    }

    private void whatIsKeptInside(String id) {
        String ticket = API + "/tickets/" + id;
        Map<String, Map<String, Object>> things =
                Map.of("tasks", Map.of("title", "Told"), "time", Map.of("minutes", 5, "note", "Told"));
        things.forEach((name, thing) -> {
            Response made = administrator.post(ticket + "/" + name, thing).expect(201);
            String one = "/tickets/{ticket}/" + name + (name.equals("tasks") ? "/{task}" : "/{entry}");
            String path = ticket + "/" + name + "/" + made.json().path("id").asText();
            document.tellsOf("post", "/tickets/{ticket}/" + name, made);
            document.tellsOf("get", "/tickets/{ticket}/" + name, administrator.get(ticket + "/" + name));
            document.tellsOf("get", one, administrator.get(path));
            document.tellsOf("patch", one, administrator.with("If-Match", "*").patch(path, thing));
            document.tellsOf("delete", one, administrator.with("If-Match", "*").delete(path));
        });
        String team = administrator
                .post(API + "/teams", Map.of("name", "Told " + UUID.randomUUID(), "escalation", true))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Response escalated = administrator.post(
                ticket + "/escalations",
                Map.of("kind", "review", "reason", "authority", "explanation", "Told", "team", team));
        document.tellsOf("post", "/tickets/{ticket}/escalations", escalated);
        document.tellsOf(
                "post",
                "/tickets/{ticket}/escalations/{escalation}/answer",
                administrator.post(
                        ticket + "/escalations/" + escalated.json().path("id").asText() + "/answer",
                        Map.of("verdict", "accepted")));
        document.tellsOf("get", "/tickets/{ticket}/escalations", administrator.get(ticket + "/escalations"));
        String report = new Tickets(administrator).open("A report that is told");
        administrator
                .post(
                        Tickets.path(report, "/links"),
                        Map.of("kind", "parent", "to", ticket.substring(ticket.lastIndexOf('/') + 1)))
                .expect(201);
        document.tellsOf(
                "post",
                "/tickets/{ticket}/broadcasts",
                administrator.post(ticket + "/broadcasts", Map.of("body", "Told")));
        document.tellsOf("get", "/tickets/{ticket}/broadcasts", administrator.get(ticket + "/broadcasts"));
        document.tellsOf(
                "post",
                "/tickets/{ticket}/referrals",
                administrator.post(ticket + "/referrals", Map.of("team", team, "reason", "Told")));
        document.tellsOf("get", "/notifications", administrator.get(API + "/notifications"));
        document.tellsOf("get", "/tickets/{ticket}/diagnostics", administrator.get(ticket + "/diagnostics"));
        document.tellsOf("get", "/diagnostic-questions", administrator.get(API + "/diagnostic-questions"));
        document.tellsOf("post", "/notifications/read", administrator.post(API + "/notifications/read", Map.of()));
        document.tellsOf(
                "put",
                "/tickets/{ticket}/drafts",
                administrator.put(ticket + "/drafts", Map.of("kind", "note", "body", "Told")));
        document.tellsOf("get", "/tickets/{ticket}/drafts", administrator.get(ticket + "/drafts"));
        document.tellsOf("delete", "/tickets/{ticket}/drafts", administrator.delete(ticket + "/drafts?kind=note"));
        document.tellsOf(
                "put",
                "/tickets/{ticket}/presence",
                administrator.put(ticket + "/presence", Map.of("activity", "viewing")));
        document.tellsOf("get", "/tickets/{ticket}/presence", administrator.get(ticket + "/presence"));
    }

    private static Map<String, Object> full() {
        Map<String, Object> ticket = new LinkedHashMap<>(Tickets.wanted("Everything is told"));
        ticket.put("requester", Map.of("name", "Tella", "email", "tella@example.org"));
        ticket.put("fields", Map.of("a", "text", "b", 1.5, "c", true, "d", List.of("x", "y")));
        ticket.put("tags", List.of("told"));
        ticket.put("affectedSystems", List.of("printer"));
        ticket.put("type", "incident");
        ticket.put("externalSystem", "told");
        ticket.put("externalNumber", UUID.randomUUID().toString());
        return ticket;
    }

    @Test
    void whatIsAnsweredOfPeopleIsWhatTheDocumentTells() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        told("/teams", Map.of("name", "Told " + tag));
        told("/organizations", Map.of("name", "Told " + tag));
        told("/roles", Map.of("id", "r-" + tag, "name", "Told " + tag, "rights", List.of()));
        told("/customers", Map.of("name", "Told", "email", "told." + tag + "@example.org"));
        told("/agents", Map.of("name", "Told", "email", "agent." + tag + "@example.org", "roles", List.of("agent")));
        told("/categories", Map.of("id", "told-" + tag, "name", "Told"));
    }

    @Test
    void whatIsAnsweredOfTemplatesMacrosViewsAndPreferencesIsWhatTheDocumentTells() {
        told("/templates", Map.of("name", "Told", "body", "{{ticket.number}}"));
        Map<String, Object> steps = Map.of("name", "Told", "steps", List.of(Map.of("note", Map.of("text", "Told"))));
        told("/macros", steps);
        told("/views", Map.of("name", "Told", "conditions", Map.of("view", "open"), "grouping", "status"));
        document.tellsOf("get", "/preferences", administrator.get(API + "/preferences"));
        String macro = administrator
                .post(API + "/macros", steps)
                .expect(201)
                .json()
                .path("id")
                .asText();
        String ticket = new Tickets(administrator).open("Told");
        Map<String, Object> notice = Map.of("subject", "Told", "body", "{{ticket.number}}", "ticket", ticket);
        document.tellsOf("get", "/notice-texts", administrator.get(API + "/notice-texts"));
        document.tellsOf(
                "get", "/notice-texts/{occasion}/{language}", administrator.get(API + "/notice-texts/replied/de"));
        document.tellsOf(
                "post",
                "/notice-texts/{occasion}/preview",
                administrator.post(API + "/notice-texts/replied/preview", notice));
        document.tellsOf(
                "post",
                "/macros/{id}/apply",
                administrator.post(API + "/macros/" + macro + "/apply?dryRun=true", Map.of("ticket", ticket)));
        document.tellsOf(
                "post",
                "/macros/preview",
                administrator.post(API + "/macros/preview", Map.of("ticket", ticket, "steps", steps.get("steps"))));
        document.tellsOf(
                "post",
                "/templates/preview",
                administrator.post(API + "/templates/preview", Map.of("ticket", ticket, "body", "a")));
        document.tellsOf(
                "post",
                "/tickets/{ticket}/messages/preview",
                administrator.post(API + "/tickets/" + ticket + "/messages/preview", Map.of("body", "a")));
    }

    /** Makes a thing, reads it and its list. */
    private void told(String collection, Map<String, Object> thing) {
        Response made = administrator.post(API + collection, thing).expect(201);
        String id = made.json().path("id").asText();
        document.tellsOf("post", collection, made);
        document.tellsOf("get", collection, administrator.get(API + collection));
        document.tellsOf("get", collection + "/{id}", administrator.get(API + collection + "/" + id));
        document.tellsOf(
                "patch",
                collection + "/{id}",
                administrator
                        .with("If-Match", "*")
                        .patch(API + collection + "/" + id, Map.of("name", "Told anew " + id)));
    }

    @Test
    void whatIsAnsweredOfTheServerIsWhatTheDocumentTells(RunningServer server) {
        for (String path : List.of(
                "/",
                "/session",
                "/tokens",
                "/plugins",
                "/extension-points",
                "/reactions",
                "/lifecycle-profiles",
                "/priorities",
                "/products")) {
            document.tellsOf("get", path, administrator.get(API + path));
        }
        document.tellsOf(
                "get", "/plugins/{plugin}/settings", administrator.get(API + "/plugins/intake-monitoring/settings"));
        document.tellsOf("get", "/plugins/{plugin}", administrator.get(API + "/plugins/intake-monitoring"));
        document.tellsOf("post", "/tokens", administrator.post(API + "/tokens", Map.of("name", "Told")));
        document.tellsOf(
                "post",
                "/attachments",
                administrator.send(
                        "POST",
                        API + "/attachments?name=told.txt",
                        BodyPublishers.ofString("told"),
                        Map.of("Content-Type", "text/plain")));
    }

    @Test
    void everyFieldOfEveryBodyTakesItsTypeOnly() {
        Map<String, String> wrong = new TreeMap<>();
        for (OpenApiDocument.Taking operation : document.taking()) {
            if (operation.method().equals("patch")) {
                continue;
            }
            operation.schema().path("properties").properties().forEach(property -> {
                JsonNode other = other(document.resolved(property.getValue()).path("type"));
                Response answer = send(operation, Json.read("{\"" + property.getKey() + "\": " + other + "}"));
                boolean named = answer.status() == 400
                        && answer.json().at("/errors/0/field").asText().startsWith(property.getKey());
                if (!named) {
                    wrong.put(operation.id() + " " + property.getKey() + " " + other, answer.toString());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** Something of another type. */
    private static JsonNode other(JsonNode type) {
        String name = type.isArray() ? type.path(0).asText() : type.asText();
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (name) {
            case "string" -> json.numberNode(123);
            case "boolean" -> json.textNode("true");
            case "integer", "number" -> json.textNode("1");
            case "array" -> json.textNode("a");
            default -> json.arrayNode().add(1);
        };
    }

    @Test
    void everyTextOfATicketThatIsLongerThanItsLimitIsRefused() {
        Map<String, String> wrong = new TreeMap<>();
        document.schemaNamed("OpenTicketRequest")
                .path("properties")
                .properties()
                .forEach(property -> {
                    int limit = property.getValue().path("maxLength").asInt(0);
                    if (limit > 0) {
                        ObjectNode ticket = JsonNodeFactory.instance
                                .objectNode()
                                .put("subject", "a")
                                .put("description", "b");
                        ticket.put(property.getKey(), "a".repeat(limit + 1));
                        int status = administrator
                                .post(API + "/tickets", ticket.toString())
                                .status();
                        if (status != 400 && status != 413) {
                            wrong.put(property.getKey() + " of " + (limit + 1), "" + status);
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private Response send(OpenApiDocument.Taking operation, JsonNode body) {
        String path = API
                + operation.path().replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        return administrator.send(
                operation.method().toUpperCase(Locale.ROOT),
                path,
                BodyPublishers.ofString(body.toString()),
                Map.of("Content-Type", "application/json", "If-Match", "*"));
    }
}
