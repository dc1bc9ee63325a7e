package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.ListeningTo;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Diagnostic questions over HTTP, and tickets whose next update is due (WO3, CO3). */
@SwitchboardServer
class DiagnosticsIT {
    private static final String QUESTIONS = "/api/v1/diagnostic-questions";

    @Test
    void whatACategoryAsksIsAnsweredInFieldsOfTheTicket(RunningServer server) {
        Http administrator = server.administrator();
        Tickets tickets = new Tickets(administrator);
        administrator.get(QUESTIONS).expect(200);
        Map<String, Object> asked = Map.of(
                "sets",
                List.of(Map.of(
                        "category",
                        "technical-issues",
                        "questions",
                        List.of(
                                Map.of(
                                        "id", "system",
                                        "text", "Which <b>system</b>?",
                                        "kind", "choice",
                                        "choices", List.of("Windows", "Linux"),
                                        "required", true),
                                Map.of("id", "users", "text", "How many are affected?", "kind", "number")))));
        administrator.put(QUESTIONS, asked).expect(428);
        administrator.with("If-Match", "*").put(QUESTIONS, asked).expect(200);
        administrator
                .with("If-Match", "*")
                .put(QUESTIONS, "{\"sets\":[{\"category\":\"x\"}]}")
                .expect(400);
        administrator.with("If-Match", "*").put(QUESTIONS, "{\"sets\":[null]}").expect(400);

        String ticket = tickets.open(Map.of(
                        "subject", "Nothing works",
                        "description", "since today",
                        "category", "technical-issues"))
                .path("id")
                .asText();
        String path = Tickets.path(ticket, "/diagnostics");
        JsonNode before = administrator.get(path).expect(200).json();
        assertThat(Json.list(before.path("missing")).toString()).contains("system");
        administrator.put(path, Map.of("answers", Map.of("system", "Linux"))).expect(428);
        JsonNode after = tickets.changing(ticket)
                .put(path, Map.of("answers", Map.of("system", "Linux", "users", 12)))
                .expect(200)
                .json();
        assertThat(after.path("missing")).isEmpty();
        assertThat(after.at("/items/0/answer").asText()).isEqualTo("Linux");
        assertThat(tickets.get(ticket).json().at("/fields/diagnostic.users").asInt())
                .isEqualTo(12);
        for (String wrong : List.of(
                "{}",
                "{\"answers\":{\"system\":\"BeOS\"}}",
                "{\"answers\":{\"users\":\"many\"}}",
                "{\"answers\":{\"colour\":\"red\"}}",
                "{\"answers\":{\"system\":{\"a\":1}}}")) {
            tickets.changing(ticket).put(path, wrong).expect(400);
        }
        Http agent = People.of(server)
                .agent("asks." + UUID.randomUUID(), "agent", People.of(server).team("Asks " + UUID.randomUUID()));
        agent.with("If-Match", "*").put(QUESTIONS, asked).expect(403);
        administrator
                .with("If-Match", "*")
                .put(QUESTIONS, Map.of("sets", List.of()))
                .expect(200);
    }

    @Test
    void ticketsWhoseNextUpdateIsDueAreFound(RunningServer server) {
        Http administrator = server.administrator();
        Tickets tickets = new Tickets(administrator);
        String tag = "tag-" + UUID.randomUUID();
        String due = tagged(tickets, tag);
        String later = tagged(tickets, tag);
        tagged(tickets, tag);
        tickets.changing(due)
                .patch(Tickets.path(due, ""), Map.of("nextUpdateDueAt", "2020-01-01T00:00:00Z"))
                .expect(200);
        tickets.changing(later)
                .patch(Tickets.path(later, ""), Map.of("nextUpdateDueAt", "2199-01-01T00:00:00Z"))
                .expect(200);

        assertThat(Tickets.items(administrator.get("/api/v1/tickets?view=open&updateDue=true&tag=" + tag)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("id").asText()).isEqualTo(due);
                    assertThat(found.path("nextUpdateDueAt").asText()).isEqualTo("2020-01-01T00:00:00Z");
                });
        assertThat(Tickets.items(administrator.get("/api/v1/tickets?view=open&tag=" + tag)))
                .hasSize(3);
        administrator.get("/api/v1/tickets?updateDue=maybe").expect(400);
    }

    @Test
    void theAssigneeIsToldOnTheirStreamThatAnUpdateIsDueAndAReplyIsThatUpdate(RunningServer server) throws IOException {
        People people = People.of(server);
        String team = people.team("Promises " + UUID.randomUUID());
        Http ann = people.agent("ann." + UUID.randomUUID(), "agent", team);
        Http bob = people.agent("bob." + UUID.randomUUID(), "agent", team);
        Tickets tickets = new Tickets(server.administrator());
        String ticket = tagged(tickets, "promise");
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("agent", self(ann), "team", team))
                .expect(200);
        try (ListeningTo anns = ListeningTo.events(ann);
                ListeningTo bobs = ListeningTo.events(bob)) {
            tickets.changing(ticket)
                    .patch(Tickets.path(ticket, ""), Map.of("nextUpdateDueAt", "2020-01-01T00:00:00Z"))
                    .expect(200);
            anns.until("\"kind\":\"update_due\",\"ticket\":\"" + ticket);
            bobs.until("ticket.expectation_changed");
            assertThat(bobs.text()).doesNotContain("update_due");
        }
        assertThat(Tickets.items(ann.get("/api/v1/notifications?unread=true")))
                .anySatisfy(notice -> assertThat(notice.path("kind").asText()).isEqualTo("update_due"));
        ann.post(Tickets.path(ticket, "/messages"), Map.of("kind", "reply", "body", "Still at it"))
                .expect(201);
        assertThat(ann.get(Tickets.path(ticket, ""))
                        .json()
                        .path("nextUpdateDueAt")
                        .isNull())
                .isTrue();
    }

    private static String self(Http person) {
        return person.get("/api/v1/session").json().path("user").path("id").asText();
    }

    private static String tagged(Tickets tickets, String tag) {
        return tickets.open(Map.of("subject", "When?", "description", "soon", "tags", List.of(tag)))
                .path("id")
                .asText();
    }
}
