package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands still, and what is urgent, goes up to those who decide, each step once (ES1, ES2). */
class EscalationByRuleIT {
    private static final String PLUGIN = "escalate-stalled";

    @Test
    void whatStandsStillGoesUpStepByStepThoughTheServerIsKilled(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            String board = team(administrator, "Board", Map.of("escalation", true));
            String leads = team(administrator, "Leads", Map.of("escalation", true, "parent", board));
            String payments = team(administrator, "Payments", Map.of("parent", leads));
            String still = open(administrator, "Nobody cares", payments, "low");
            String moved = open(administrator, "Somebody cares", payments, "low");
            String urgent = open(administrator, "All is down", payments, "high");
            new Plugins(administrator).install(PLUGIN);

            Patience.until(
                    "the urgent one", () -> targets(administrator, urgent).equals(List.of(leads)));
            assertThat(escalations(administrator, urgent)).singleElement().satisfies(found -> {
                assertThat(found.path("reason").asText()).isEqualTo("authority");
                assertThat(found.path("plugin").asText()).isEqualTo(PLUGIN);
                assertThat(found.path("by").isNull()).isTrue();
            });
            hoursPass(administrator, 5);
            new Tickets(administrator).say(moved, "note", "I am on it").expect(201);
            hoursPass(administrator, 4);
            Patience.until("the first step", () -> targets(administrator, still).equals(List.of(leads)));
            server.kill9();
            server.startAgain();

            Http after = server.administrator();
            assertThat(targets(after, moved)).isEmpty();
            hoursPass(after, 4);
            Patience.until(
                    "the first step of what moved once",
                    () -> targets(after, moved).equals(List.of(leads)));
            assertThat(targets(after, still)).containsExactly(leads);
            hoursPass(after, 11);
            Patience.until("the second step", () -> targets(after, still).equals(List.of(leads, board)));
            allIsWrittenDown(after, still);
        }
    }

    private static void allIsWrittenDown(Http administrator, String ticket) {
        assertThat(new Tickets(administrator).history(ticket))
                .filteredOn(event -> event.path("type").asText().equals("ticket.escalated"))
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(event.toString()).contains(PLUGIN).contains("Nobody has done anything for "));
        new Plugins(administrator).set(PLUGIN, Map.of("steps", "24, 8"));
        Patience.until(
                "the word about the settings",
                () -> administrator
                        .get(Plugins.path(PLUGIN, "/health"))
                        .expect(200)
                        .text()
                        .contains("24, 8"));
    }

    private static List<JsonNode> escalations(Http administrator, String ticket) {
        return Tickets.items(administrator.get(Tickets.path(ticket, "/escalations")));
    }

    private static List<String> targets(Http administrator, String ticket) {
        return escalations(administrator, ticket).stream()
                .map(found -> found.at("/to/id").asText())
                .toList();
    }

    private static String open(Http administrator, String subject, String team, String level) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted(subject));
        wanted.put("requester", Map.of("email", "customer@example.org"));
        wanted.put("impact", level);
        wanted.put("urgency", level);
        Tickets tickets = new Tickets(administrator);
        String ticket = tickets.open(wanted).path("id").asText();
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("team", team))
                .expect(200);
        return ticket;
    }

    private static String team(Http administrator, String name, Map<String, Object> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("name", name);
        return administrator
                .post("/api/v1/teams", request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void hoursPass(Http administrator, int hours) {
        administrator.post("/api/v1/clock", Map.of("by", "PT" + hours + "H")).expect(200);
    }
}
