package io.switchboard.it.assignment;

import static io.switchboard.it.assignment.Colleagues.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An administrator tries other weights on the latest tickets, and nothing is changed (AS8). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfIT {
    private static final String WHAT_IF = API + "/assignment/what-if";
    private static final Map<String, Object> STANDARD = Map.of("desk", Map.of(), "teams", Map.of());

    private RunningServer server;
    private Http administrator;
    private Colleagues colleagues;
    private String team;
    private String veteran;
    private String beginner;
    private final List<String> tickets = new ArrayList<>();

    /** Two agents who share six tickets evenly, and a rule that runs without counting yet. */
    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        colleagues = new Colleagues(administrator);
        team = colleagues.team("First line");
        veteran = colleagues.agent("veteran", team, Map.of("certificates", Map.of("basics", "2026-01-01")));
        beginner = colleagues.agent("beginner", team, Map.of());
        weigh(Map.of("desk", Map.of("assign-certified-only", Map.of("weight", 0, "vetoes", false)), "teams", Map.of()));
        colleagues.install("assign-certified-only");
        colleagues.set("assign-certified-only", Map.of("always", List.of("basics"), "months", 0));
        for (int ticket = 0; ticket < 6; ticket++) {
            tickets.add(colleagues.open("Ticket " + ticket, Map.of()).path("id").asText());
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aRuleThatIsNotEnabledYetIsTriedAndNothingChanges() {
        List<String> before = everything();

        JsonNode tried = ask(Map.of("weights", STANDARD));

        assertThat(tried.path("replayed").asInt()).isEqualTo(6);
        assertThat(tried.path("complete").asBoolean()).isTrue();
        assertThat(tried.path("changed").asInt()).isEqualTo(3);
        assertThat(Json.list(tried.path("tickets")))
                .extracting(ticket -> ticket.path("id").asText())
                .isEqualTo(tickets);
        assertThat(Json.list(tried.path("tickets"))).allSatisfy(ticket -> {
            assertThat(ticket.at("/before/agent/id")).isEqualTo(ticket.at("/assignee/id"));
            assertThat(ticket.at("/after/agent/id").asText()).isEqualTo(veteran);
            assertThat(ticket.at("/after/reason").asText())
                    .isEqualTo("veteran is the only one of 2 candidates who is not ruled out");
        });
        assertThat(share(tried, veteran)).containsExactly(3, 3, 6);
        assertThat(share(tried, beginner)).containsExactly(3, 3, 0);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void onlyTheLatestAndOnlyThoseOfATeamAreReplayedIfThatIsAskedFor() {
        JsonNode two = ask(Map.of("last", 2, "weights", STANDARD));
        assertThat(Json.list(two.path("tickets")))
                .extracting(ticket -> ticket.path("id").asText())
                .isEqualTo(tickets.subList(4, 6));
        String empty = colleagues.team("Nobody's");
        assertThat(ask(Map.of("team", empty, "weights", STANDARD))
                        .path("replayed")
                        .asInt())
                .isZero();
        assertThat(ask(Map.of("team", team, "weights", STANDARD))
                        .path("replayed")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void onlyWhoConfiguresTheDeskMayAskAndWhatIsWrongIsNamed() {
        People people = People.of(server);
        String other = colleagues.team("Without agents of the desk");
        people.agent("supervisor", "supervisor", other)
                .post(WHAT_IF, Map.of("weights", STANDARD))
                .expect(403);
        people.customer("customer").post(WHAT_IF, Map.of("weights", STANDARD)).expect(403);
        Map<String, String> wrong = Map.of(
                "{}", "weights",
                "{\"weights\": {}}", "desk",
                "{\"last\": 0, \"weights\": {\"desk\": {}, \"teams\": {}}}", "last",
                "{\"last\": 501, \"weights\": {\"desk\": {}, \"teams\": {}}}", "last",
                "{\"last\": 1.5, \"weights\": {\"desk\": {}, \"teams\": {}}}", "last",
                "{\"team\": \"first\", \"weights\": {\"desk\": {}, \"teams\": {}}}", "team",
                "{\"weights\": {\"desk\": {\"a\": {\"weight\": 200}}, \"teams\": {}}}", "weights.desk.a.weight");
        wrong.forEach((body, field) -> assertThat(administrator
                        .post(WHAT_IF, body)
                        .expect(400)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .as(body)
                .endsWith(field));
    }

    /** Everything that a replay might touch, as it is told. */
    private List<String> everything() {
        List<String> told = new ArrayList<>();
        for (String ticket : tickets) {
            told.add(administrator.get(Tickets.path(ticket, "")).expect(200).text());
            told.add(new Tickets(administrator).history(ticket).toString());
            told.add(colleagues.why(ticket).toString());
        }
        told.add(administrator.get(API + "/assignment/weights").expect(200).text());
        return told;
    }

    private List<Integer> share(JsonNode tried, String agent) {
        return Json.list(tried.path("agents")).stream()
                .filter(share -> share.at("/agent/id").asText().equals(agent))
                .flatMap(share -> List.of("has", "before", "after").stream()
                        .map(part -> share.path(part).asInt()))
                .toList();
    }

    private JsonNode ask(Map<String, ?> question) {
        return administrator.post(WHAT_IF, question).expect(200).json();
    }

    private void weigh(Map<String, ?> weights) {
        administrator
                .with("If-Match", "*")
                .put(API + "/assignment/weights", weights)
                .expect(200);
    }
}
