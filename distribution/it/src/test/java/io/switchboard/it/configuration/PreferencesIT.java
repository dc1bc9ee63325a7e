package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everybody's own preferences over HTTP. */
@SwitchboardServer
class PreferencesIT {
    private static final String PATH = API + "/preferences";

    @Test
    void whatIsNotNamedStaysAndNobodyElseIsTouched(RunningServer server) {
        Staff staff = new Staff(server);
        Http agent = staff.signedIn("agent", staff.team());
        Http other = staff.signedIn("agent", staff.team());
        JsonNode before = other.get(PATH).expect(200).json();
        change(agent, Map.of("theme", "dark", "signature", "<b>Ann</b>", "ui", Map.of("ui.<sidebar", "x")), 400);
        change(
                agent,
                Map.of(
                        "theme",
                        "dark",
                        "signature",
                        "<script>Ann</script>",
                        "ui",
                        Map.of("ui.sidebar", "<img src=x>"),
                        "notifications",
                        Map.of("ticket.assigned", List.of("mail", "desk"))),
                200);
        change(agent, Map.of("density", "compact"), 200);
        JsonNode kept = agent.get(PATH).expect(200).json();
        assertThat(kept.path("theme").asText()).isEqualTo("dark");
        assertThat(kept.path("density").asText()).isEqualTo("compact");
        assertThat(kept.path("signature").asText()).isEqualTo("<script>Ann</script>");
        assertThat(kept.at("/ui/ui.sidebar").asText()).isEqualTo("<img src=x>");
        assertThat(kept.at("/notifications/ticket.assigned")).hasSize(2);
        assertThat(other.get(PATH).json()).isEqualTo(before);
    }

    @Test
    void theSignatureStandsUnderWhatAnAgentFillsIn(RunningServer server) {
        Staff staff = new Staff(server);
        String team = staff.team();
        Http agent = staff.signedIn("agent", team);
        change(agent, Map.of("signature", "Ann, Support"), 200);
        String ticket = staff.ticket("Printer", "Ada", team);
        assertThat(agent.post(
                                API + "/templates/preview",
                                Map.of("ticket", ticket, "format", "text", "body", "{{agent.signature}}"))
                        .expect(200)
                        .json()
                        .path("body")
                        .asText())
                .isEqualTo("Ann, Support");
    }

    @Test
    void aCustomerHasPreferencesButNoSignature(RunningServer server) {
        Http customer = new Staff(server).customer();
        change(customer, Map.of("language", "de-AT", "zone", "Europe/Vienna"), 200);
        assertThat(customer.get(PATH).json().path("language").asText()).isEqualTo("de-AT");
        change(customer, Map.of("signature", "Me"), 400);
        server.http().get(PATH).expect(401);
    }

    @Test
    void onlyWhatIsKnownIsKept(RunningServer server) {
        Staff staff = new Staff(server);
        Http agent = staff.signedIn("agent", staff.team());
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("theme", "pink"),
                Map.of("zone", "Mars/Base"),
                Map.of("language", "no language"),
                Map.of("rights", List.of("ticket.purge")),
                Map.of("person", "somebody"),
                Map.of("notifications", Map.of("nothing.happened", List.of("mail"))),
                Map.of("notifications", Map.of("ticket.assigned", List.of("pigeon"))),
                Map.of("ui", Map.of("sidebar", "x")),
                Map.of("ui", Map.of("ui.x", "x".repeat(2_001))),
                Map.of("signature", "x".repeat(10_001)))) {
            change(agent, wrong, 400);
        }
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 101; i++) {
            many.put("ui.n" + i, "x");
        }
        change(agent, Map.of("ui", many), 400);
        agent.patch(PATH, Map.of("theme", "dark")).expect(428);
        agent.with("If-Match", "\"999\"").put(PATH, Map.of("theme", "dark")).expect(412);
        JsonNode replaced = agent.with("If-Match", "*")
                .put(PATH, Map.of("theme", "light"))
                .expect(200)
                .json();
        assertThat(replaced.path("theme").asText()).isEqualTo("light");
    }

    private static void change(Http caller, Map<String, ?> patch, int status) {
        String version = caller.get(PATH).expect(200).header("ETag").orElseThrow();
        caller.with("If-Match", version).patch(PATH, patch).expect(status);
    }
}
