package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers are told on the way, and how tickets end (CO2, CO3, WO4 to WO7). */
@SwitchboardServer
class ResolvingIT {
    private Tickets tickets;

    @BeforeEach
    void signIn(RunningServer server) {
        tickets = new Tickets(server.administrator());
    }

    @Test
    void aTicketIsClosedForAReasonAndListedByIt() {
        String tag = "tag-" + UUID.randomUUID();
        String ticket = tickets.open(Map.of("subject", "Twice", "description", "again", "tags", List.of(tag)))
                .path("id")
                .asText();
        tickets.move(ticket, "assigned");
        tickets.move(ticket, "resolved").expect(200);

        JsonNode closed = transition(ticket, Map.of("to", "closed", "closure", "duplicate", "reason", "see SB-1"))
                .expect(200)
                .json();

        assertThat(closed.path("resolution").path("closure").asText()).isEqualTo("duplicate");
        assertThat(found(tag, "duplicate")).containsExactly(ticket);
        assertThat(found(tag, "withdrawn")).isEmpty();
        assertThat(tickets.history(ticket).toString()).contains("resolution.closure");
        tickets.move(ticket, "reopened").expect(200);
        assertThat(found(tag, "duplicate")).isEmpty();
        tickets.move(ticket, "resolved").expect(200);
        transition(ticket, Map.of("to", "closed", "reason", "withdrawn")).expect(200);
        assertThat(found(tag, "withdrawn")).containsExactly(ticket);
        assertThat(transition(ticket, Map.of("to", "reopened", "closure", "unheard"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCriticalTicketIsNotResolvedWithoutItsRootCause() {
        String ticket = tickets.open(
                        Map.of("subject", "All is down", "description", "all", "impact", "high", "urgency", "high"))
                .path("id")
                .asText();
        tickets.move(ticket, "assigned");
        Map<String, Object> resolution = new HashMap<>(Tickets.RESOLUTION);

        JsonNode problem = transition(ticket, Map.of("to", "resolved", "resolution", resolution))
                .expect(422)
                .json();
        assertThat(problem.path("reasons").toString()).contains("resolution.rootCause");
        resolution.put("rootCause", "The disk was full");
        resolution.put("plan", "Watch it");
        JsonNode resolved = transition(ticket, Map.of("to", "resolved", "resolution", resolution))
                .expect(200)
                .json();
        assertThat(resolved.path("resolution").path("rootCause").asText()).isEqualTo("The disk was full");
    }

    @Test
    void whatTheCustomerMayExpectIsShownToThemAndStandsInTheHistory(RunningServer server) {
        String name = "expects." + UUID.randomUUID();
        Http customer = People.of(server).customer(name);
        String ticket = tickets.open(Map.of(
                        "subject", "When?", "description", "soon", "requester", Map.of("email", People.address(name))))
                .path("id")
                .asText();
        Map<String, Object> told = Map.of(
                "expectedResolutionAt", "2030-01-02T03:04:05Z",
                "nextUpdateDueAt", "2030-01-01T00:00:00Z");

        tickets.changing(ticket).patch(Tickets.path(ticket, ""), told).expect(200);

        JsonNode seen = customer.get(Tickets.path(ticket, "")).expect(200).json();
        told.forEach((field, time) -> assertThat(seen.path(field).asText()).isEqualTo(time));
        assertThat(tickets.history(ticket))
                .anySatisfy(event -> assertThat(event.path("type").asText()).isEqualTo("ticket.expectation_changed"));
        assertThat(customer.with("If-Match", "*")
                        .patch(Tickets.path(ticket, ""), told)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAutomaticAnswerIsMarkedAndOpensNothing() {
        String ticket = tickets.walk("Solved already", List.of("assigned", "resolved"));

        JsonNode message = tickets.caller()
                .post(
                        Tickets.path(ticket, "/messages"),
                        Map.of("kind", "customer", "body", "I am away until Monday", "automatic", true))
                .expect(201)
                .json();

        assertThat(message.path("automatic").asBoolean()).isTrue();
        assertThat(tickets.status(ticket)).isEqualTo("resolved");
        assertThat(tickets.history(ticket).get(0).path("data").path("automatic").asText())
                .isEqualTo("true");
        tickets.say(ticket, "customer", "It is broken again").expect(201);
        assertThat(tickets.status(ticket)).isEqualTo("reopened");
    }

    @Test
    void whoOnlyWatchesATicketOfAnotherTeamFindsItInTheList(RunningServer server) {
        People people = People.of(server);
        String tag = UUID.randomUUID().toString();
        Http watcher = people.agent("watcher." + tag, "agent", people.team("Watchers " + tag));
        String others = people.team("Others " + tag);
        String ticket = tickets.open("Watched by another team");
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("team", others))
                .expect(200);
        assertThat(watcher.get(Tickets.path(ticket, "")).status()).isEqualTo(404);

        tickets.caller()
                .post(
                        Tickets.path(ticket, "/participants"),
                        Map.of("kind", "watcher", "email", People.address("watcher." + tag)))
                .expect(201);

        watcher.get(Tickets.path(ticket, "")).expect(200);
        assertThat(Tickets.items(watcher.get("/api/v1/tickets?view=all&limit=200")))
                .extracting(found -> found.path("id").asText())
                .contains(ticket);
    }

    private List<String> found(String tag, String closure) {
        return Tickets.items(tickets.caller().get("/api/v1/tickets?tag=" + tag + "&closure=" + closure)).stream()
                .filter(ticket -> ticket.path("closure").asText().equals(closure))
                .map(ticket -> ticket.path("id").asText())
                .toList();
    }

    private Response transition(String ticket, Map<String, ?> request) {
        return tickets.changing(ticket).post(Tickets.path(ticket, "/transitions"), request);
    }
}
