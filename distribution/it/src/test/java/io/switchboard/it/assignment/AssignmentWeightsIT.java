package io.switchboard.it.assignment;

import static io.switchboard.it.assignment.Colleagues.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An administrator says by what the assignment rules count in each queue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssignmentWeightsIT {
    private static final String WEIGHTS = API + "/assignment/weights";
    private static final Map<String, Object> NOTHING = Map.of("desk", Map.of(), "teams", Map.of());

    private RunningServer server;
    private Colleagues colleagues;
    private String team;
    private String german;
    private String idle;

    /** A team whose German speaker has three tickets, and whose other agent has none. */
    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        colleagues = new Colleagues(server.administrator());
        team = colleagues.team("First line");
        german = colleagues.agent("german", team, Map.of("languages", List.of("de")));
        idle = colleagues.agent("idle", team, Map.of("languages", List.of("en")));
        server.administrator()
                .post(API + "/customers", Map.of("name", "Kunde", "email", "kunde@example.org", "language", "de"))
                .expect(201);
        for (int ticket = 0; ticket < 3; ticket++) {
            JsonNode busy = colleagues.open("Keeps the German speaker busy", Map.of());
            give(busy.path("id").asText(), Map.of("agent", german));
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatCountsMoreInAQueueDecidesThereAlsoAfterARestart() {
        Http administrator = server.administrator();
        String other = colleagues.team("Others");
        String ticket = colleagues
                .open("Der Drucker raucht", Map.of("requester", Map.of("email", "kunde@example.org")))
                .path("id")
                .asText();
        give(ticket, Map.of("team", team));
        assertThat(chosen(ticket)).isEqualTo(german);

        weigh(Map.of("desk", Map.of(), "teams", Map.of(other, Map.of("assign-by-workload", Map.of("weight", 100)))));
        assertThat(chosen(ticket)).as("what another team says").isEqualTo(german);
        weigh(Map.of("desk", Map.of(), "teams", Map.of(team, Map.of("assign-by-workload", Map.of("weight", 100)))));
        assertThat(chosen(ticket)).isEqualTo(idle);
        assertThat(colleagues
                        .said(ticket, idle, "assign-by-workload")
                        .path("weight")
                        .asInt())
                .isEqualTo(100);
        assertThat(colleagues
                        .said(ticket, idle, "assign-by-language-and-hours")
                        .path("weight")
                        .asInt())
                .isEqualTo(10);
        assertThat(colleagues.why(ticket).path("reason").asText())
                .isEqualTo("idle has the highest score of 2 candidates");

        server.stop();
        server.startAgain();
        colleagues = new Colleagues(server.administrator());
        assertThat(chosen(ticket)).isEqualTo(idle);
        JsonNode told = Tickets.items(server.administrator().get(API + "/audit?object=setting:assignment.weights"))
                .get(0);
        assertThat(told.path("after").toString()).contains(team, "100");
        assertThat(told.path("before").toString()).contains(other);
        weigh(NOTHING);
    }

    @Test
    void onlyWhoConfiguresTheDeskChangesThemAndOnlyAsTheyWereSeen() {
        Http administrator = server.administrator();
        People people = People.of(server);
        Response seen = administrator.get(WEIGHTS).expect(200);
        assertThat(seen.json().at("/standard/weight").asInt()).isEqualTo(10);
        administrator.put(WEIGHTS, NOTHING).expect(428);
        administrator.with("If-Match", "\"12345\"").put(WEIGHTS, NOTHING).expect(412);
        Http supervisor = people.agent("supervisor", "supervisor", colleagues.team("Supervisors"))
                .with("If-Match", "*");
        assertThat(supervisor.get(WEIGHTS).expect(200).json()).isEqualTo(seen.json());
        supervisor.put(WEIGHTS, NOTHING).expect(403);
        people.customer("customer").get(WEIGHTS).expect(403);
        assertThat(administrator.get(WEIGHTS).expect(200).header("ETag")).isEqualTo(seen.header("ETag"));
    }

    @Test
    void whatIsNoWeightIsRefusedByItsNameAndChangesNothing() {
        String before = server.administrator().get(WEIGHTS).expect(200).text();
        String many = IntStream.rangeClosed(0, 100)
                .mapToObj(number -> "\"plugin-" + number + "\": {\"weight\": 1}")
                .collect(Collectors.joining(",", "{", "}"));
        Map<String, String> wrong = Map.of(
                "{}",
                "desk",
                "{\"desk\": {}}",
                "teams",
                "{\"desk\": {\"a-rule\": {}}, \"teams\": {}}",
                "desk.a-rule.weight",
                "{\"desk\": {\"a-rule\": null}, \"teams\": {}}",
                "desk.a-rule.weight",
                "{\"desk\": {\"a-rule\": {\"weight\": 101}}, \"teams\": {}}",
                "desk.a-rule.weight",
                "{\"desk\": {\"a-rule\": {\"weight\": -1}}, \"teams\": {}}",
                "desk.a-rule.weight",
                "{\"desk\": {\"a-rule\": {\"weight\": 1.5}}, \"teams\": {}}",
                "desk.a-rule.weight",
                "{\"desk\": {\"a rule\": {\"weight\": 1}}, \"teams\": {}}",
                "desk",
                "{\"desk\": " + many + ", \"teams\": {}}",
                "desk",
                "{\"desk\": {}, \"teams\": {\"first\": {}}}",
                "teams");
        wrong.forEach((body, field) -> assertThat(refused(body)).as(body).isEqualTo(field));
        String nobody = "018f0000-0000-7000-8000-000000000000";
        assertThat(refused("{\"desk\": {}, \"teams\": {\"" + nobody + "\": {}}}"))
                .isEqualTo("teams." + nobody);
        assertThat(server.administrator().get(WEIGHTS).expect(200).text()).isEqualTo(before);
    }

    private String refused(String body) {
        return server.administrator()
                .with("If-Match", "*")
                .put(WEIGHTS, body)
                .expect(400)
                .json()
                .at("/errors/0/field")
                .asText();
    }

    private void weigh(Map<String, ?> weights) {
        server.administrator().with("If-Match", "*").put(WEIGHTS, weights).expect(200);
    }

    private void give(String ticket, Map<String, ?> to) {
        server.administrator()
                .with("If-Match", "*")
                .put(Tickets.path(ticket, "/assignment"), to)
                .expect(200);
    }

    private String chosen(String ticket) {
        return server.administrator()
                .post(Tickets.path(ticket, "/assignment/auto"), Map.of())
                .expect(200)
                .json()
                .path("agent")
                .asText();
    }
}
