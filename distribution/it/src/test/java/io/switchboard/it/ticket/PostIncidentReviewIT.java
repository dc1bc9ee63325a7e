package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Major incidents are looked back upon, with actions that are tracked (CS3). */
class PostIncidentReviewIT {
    private static final String PLUGIN = "post-incident-review";
    private static final String REVIEWS = "/api/v1/x/" + PLUGIN + "/reviews";
    private static final String ACTIONS = "/api/v1/x/" + PLUGIN + "/actions";

    @Test
    void aMajorIncidentIsLookedBackUponAndItsActionsAreTracked(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            new Plugins(administrator).install(PLUGIN);
            People people = new People(server, administrator);
            String team = people.team("Operations");
            Http agent = people.agent("ops", "agent", team);
            Http stranger = people.agent("stranger", "agent", people.team("Elsewhere"));

            String incident =
                    resolved(tickets, "Online banking is down", Map.of("impact", "high", "urgency", "high"), team);
            String ordinary = resolved(tickets, "Printer smokes", Map.of("impact", "low", "urgency", "low"), team);
            Patience.until(
                    "the review", () -> !Tickets.items(agent.get(REVIEWS)).isEmpty());
            JsonNode review = Tickets.items(agent.get(REVIEWS)).get(0);
            assertThat(Tickets.items(agent.get(REVIEWS))).hasSize(1);
            assertThat(review.at("/ticket/id").asText()).isEqualTo(incident);
            String path = REVIEWS + "/" + review.path("id").asText();

            strangersSeeNothing(server, stranger, path, incident);
            aReviewIsMadeByHandOnce(agent, ordinary);
            itIsCompletedWithWhatWasLearned(agent, path);
            String action = actionsHaveOwnersAndDays(agent, path);
            lateActionsAreRemarkedOnce(administrator, tickets, agent, path, incident);
            server.kill9();
            server.startAgain();
            anActionIsDone(server, agent, path, action);
        }
    }

    private static void strangersSeeNothing(RunningServer server, Http stranger, String path, String incident) {
        assertThat(Tickets.items(stranger.get(REVIEWS))).isEmpty();
        stranger.get(path).expect(404);
        stranger.post(REVIEWS, Map.of("ticket", incident)).expect(404);
        stranger.post(path + "/actions", Map.of("title", "x")).expect(404);
        server.http().get(path).expect(401);
    }

    private static void aReviewIsMadeByHandOnce(Http agent, String ticket) {
        agent.post(REVIEWS, Map.of("ticket", ticket)).expect(201);
        agent.post(REVIEWS, Map.of("ticket", ticket)).expect(200);
        agent.post(REVIEWS, Map.of("ticket", "SB-999999")).expect(404);
        agent.post(REVIEWS, Map.of()).expect(400);
        assertThat(Tickets.items(agent.get(REVIEWS))).hasSize(2);
    }

    private static void itIsCompletedWithWhatWasLearned(Http agent, String path) {
        agent.put(path, Map.of("state", "completed")).expect(428);
        Http current = agent.with(
                "If-Match", agent.get(path).expect(200).header("ETag").orElseThrow());
        JsonNode refused =
                current.put(path, Map.of("state", "completed")).expect(400).json();
        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("summary");
        current.put(path, Map.of("state", "over")).expect(400);
        Map<String, String> learned = Map.of(
                "state",
                "completed",
                "summary",
                "An expired certificate took the bank down",
                "rootCause",
                "Nobody was told that it ends",
                "lessons",
                "Watch certificates");
        JsonNode completed = current.put(path, learned).expect(200).json();
        assertThat(completed.path("completedAt").asText()).isNotEmpty();
        current.put(path, learned).expect(412);
        assertThat(Tickets.items(agent.get(REVIEWS + "?state=completed"))).hasSize(1);
    }

    private static String actionsHaveOwnersAndDays(Http agent, String path) {
        String owner =
                agent.get("/api/v1/session").expect(200).json().at("/user/id").asText();
        String due = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        JsonNode action = agent.post(
                        path + "/actions", Map.of("title", "Watch certificates", "owner", owner, "due", due))
                .expect(201)
                .json();
        assertThat(action.path("overdue").asBoolean()).isFalse();
        for (Map<String, String> wrong : List.of(
                Map.of("title", ""),
                Map.of("title", "x".repeat(301)),
                Map.of("title", "x", "due", "soon"),
                Map.of("title", "x", "due", "9999-01-01"),
                Map.of("title", "x", "owner", "nobody"),
                Map.of("title", "x", "owner", path.substring(REVIEWS.length() + 1)))) {
            agent.post(path + "/actions", wrong).expect(400);
        }
        assertThat(Tickets.items(agent.get(ACTIONS))).hasSize(1);
        return path + "/actions/" + action.path("id").asText();
    }

    private static void lateActionsAreRemarkedOnce(
            Http administrator, Tickets tickets, Http agent, String path, String incident) {
        administrator.post("/api/v1/clock", Map.of("by", "P5D")).expect(200);
        Patience.until("the remark", () -> tickets.history(incident).toString().contains("was due on"));
        JsonNode action = agent.get(path).expect(200).json().path("actions").get(0);
        assertThat(action.path("overdue").asBoolean()).isTrue();
        assertThat(tickets.history(incident).stream()
                        .filter(event -> event.toString().contains("was due on")))
                .hasSize(1);
    }

    private static void anActionIsDone(RunningServer server, Http agent, String path, String action) {
        JsonNode late = agent.get(path).expect(200).json().path("actions").get(0);
        Map<String, Object> done = Map.of(
                "title",
                "Watch certificates",
                "owner",
                late.path("owner").asText(),
                "due",
                late.path("due").asText(),
                "done",
                true);
        assertThat(Tickets.items(agent.get(ACTIONS))).hasSize(1);
        agent.with("If-Match", "*").put(action, done).expect(200);
        JsonNode after = agent.get(path).expect(200).json().path("actions").get(0);
        assertThat(after.path("done").asBoolean()).isTrue();
        assertThat(after.path("doneBy").asText()).isNotEmpty();
        assertThat(after.path("overdue").asBoolean()).isFalse();
        assertThat(Tickets.items(agent.get(ACTIONS))).isEmpty();
        assertThat(after.path("due").asText()).isEqualTo(late.path("due").asText());
        agent.with("If-Match", "*").delete(action).expect(204);
        assertThat(agent.get(path).expect(200).json().path("actions")).isEmpty();
    }

    private static String resolved(Tickets tickets, String subject, Map<String, String> more, String team) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted(subject));
        wanted.putAll(more);
        wanted.put("type", "incident");
        String ticket = tickets.open(wanted).path("id").asText();
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("team", team))
                .expect(200);
        if (tickets.status(ticket).equals("new")) {
            tickets.move(ticket, "assigned").expect(200);
        }
        Map<String, Object> resolution = new HashMap<>(Tickets.RESOLUTION);
        resolution.put("rootCause", "an expired certificate");
        tickets.changing(ticket)
                .post(Tickets.path(ticket, "/transitions"), Map.of("to", "resolved", "resolution", resolution))
                .expect(200);
        return ticket;
    }
}
