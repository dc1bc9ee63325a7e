package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static io.switchboard.it.configuration.Staff.made;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is recorded of who changes what others work with, and which version a removal names. */
@SwitchboardServer
class ConfigurationAuditIT {
    @Test
    void whoMadeChangedAndRemovedATemplateAMacroOrAViewIsRecorded(RunningServer server) {
        Http administrator = server.administrator();
        Map<String, Map<String, Object>> wanted = Map.of(
                "template", Map.of("name", "Told", "body", "a", "reach", "everybody"),
                "macro",
                        Map.of(
                                "name",
                                "Told",
                                "reach",
                                "everybody",
                                "steps",
                                List.of(Map.of("assign", Map.of("to", "me")))),
                "view", Map.of("name", "Told", "reach", "everybody"));
        wanted.forEach((kind, request) -> {
            String id = made(administrator, "/" + kind + "s", request);
            Http any = administrator.with("If-Match", "*");
            any.patch(API + "/" + kind + "s/" + id, Map.of("name", "Told anew")).expect(200);
            any.delete(API + "/" + kind + "s/" + id).expect(204);

            List<JsonNode> told = told(administrator, kind, id);
            assertThat(told)
                    .extracting(entry -> entry.path("kind").asText())
                    .containsExactly(kind + ".removed", kind + ".changed", kind + ".made");
            assertThat(told.get(1).path("before").path("name").asText()).isEqualTo("Told");
            assertThat(told.get(1).path("after").path("name").asText()).isEqualTo("Told anew");
            assertThat(told.get(0).path("before").has("content")).isTrue();
        });
    }

    @Test
    void whatSomebodyKeepsForThemselvesIsRecordedWithoutWhatItHolds(RunningServer server) {
        Staff staff = new Staff(server);
        Http agent = staff.signedIn("agent", staff.team());
        String id = made(agent, "/templates", Map.of("name", "Diary", "body", "Nobody reads this"));

        List<JsonNode> told = told(staff.administrator, "template", id);

        assertThat(told)
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString())
                        .contains("template.made")
                        .doesNotContain("Diary", "Nobody reads this"));
    }

    @Test
    void theRemovalOfATokenOrAnAbsenceHonoursTheVersionItNames(RunningServer server) {
        Staff staff = new Staff(server);
        Http administrator = staff.administrator;
        String token = API + "/tokens/" + made(administrator, "/tokens", Map.of("name", "T"));
        String agent = made(
                administrator,
                "/agents",
                Map.of("name", "Away", "email", UUID.randomUUID() + "@example.org", "roles", List.of("agent")));
        Map<String, Object> away = Map.of(
                "from", Instant.parse("2030-01-01T00:00:00Z").toString(),
                "until", Instant.parse("2030-01-02T00:00:00Z").toString());
        String absence =
                API + "/agents/" + agent + "/absences/" + made(administrator, "/agents/" + agent + "/absences", away);
        for (String path : Set.of(token, absence)) {
            administrator.with("If-Match", "\"7\"").delete(path).expect(412);
            administrator.with("If-Match", "seven").delete(path).expect(400);
            administrator.with("If-Match", "\"1\"").delete(path).expect(204);
            administrator.delete(path).expect(404);
        }
    }

    private static List<JsonNode> told(Http administrator, String kind, String id) {
        return Tickets.items(administrator.get(API + "/audit?object=" + kind + ":" + id));
    }
}
