package io.switchboard.it.assignment;

import static io.switchboard.it.assignment.Colleagues.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only certified agents get tickets, and certificates run out, with the plugin as the distribution brings it (TR1). */
class CertifiedAgentsIT {
    private static final String PLUGIN = "assign-certified-only";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void ticketsGoToCertifiedAgentsOnlyUntilTheirCertificateRunsOut(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            Colleagues colleagues = new Colleagues(administrator);
            String team = colleagues.team("Payments");
            // What everybody is ruled out of waits there, among those who may be certified later.
            administrator
                    .with("If-Match", "*")
                    .put(API + "/triage-policy", Map.of("defaultTeam", team))
                    .expect(200);
            String certified = colleagues.agent(
                    "certified",
                    team,
                    Map.of("certificates", Map.of("cards", TODAY.minusDays(360).toString())));
            String beginner = colleagues.agent("beginner", team, Map.of());
            colleagues.install(PLUGIN);
            colleagues.set(PLUGIN, Map.of("categories", List.of("technical-issues = cards")));

            aTicketThatAsksForTheCertificateGoesToWhoHoldsIt(colleagues, certified, beginner);
            healthWarnsOfACertificateThatRunsOut(administrator);
            administrator.post(API + "/clock", Map.of("by", "P30D")).expect(200);
            String waiting = whenItRanOutTheTicketWaits(colleagues, certified);
            afterTheRefresherTheTicketFindsAnAgent(colleagues, certified, waiting);
            theAuditLogKeepsWhatStoodBefore(administrator, certified);
            afterARestartItHoldsAsBefore(server, certified, beginner);
        }
    }

    @Test
    void whatIsNoDayOfACertificateIsRefusedByItsName(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Colleagues colleagues = new Colleagues(administrator);
            String agent = colleagues.agent("agent", colleagues.team("Payments"), Map.of());
            Http any = administrator.with("If-Match", "*");
            for (String certificates : List.of(
                    "{\"cards\": \"2026-02-30\"}",
                    "{\"cards\": \"soon\"}",
                    "{\"cards\": \"+999999999-01-01\"}",
                    "{\"cards\": \"1969-12-31\"}",
                    "{\"Cards\": \"2026-01-01\"}",
                    "{\"\": \"2026-01-01\"}",
                    "{\"cards\": 20260101}",
                    "[\"cards\"]")) {
                JsonNode problem = any.patch(API + "/agents/" + agent, "{\"certificates\": " + certificates + "}")
                        .expect(400)
                        .json();
                assertThat(problem.at("/errors/0/field").asText())
                        .as(certificates)
                        .startsWith("certificates");
            }
            colleagues.change(agent, Map.of("certificates", Map.of("cards", "2026-02-28", "pci", "2026-01-01")));
            any.patch(API + "/agents/" + agent, "{\"certificates\": {\"pci\": null}}")
                    .expect(200);
            assertThat(certificates(administrator, agent).toString()).isEqualTo("{\"cards\":\"2026-02-28\"}");
        }
    }

    private static void aTicketThatAsksForTheCertificateGoesToWhoHoldsIt(
            Colleagues colleagues, String certified, String beginner) {
        colleagues.open("Asks for nothing", Map.of());
        colleagues.open("Asks for nothing either", Map.of());

        JsonNode ticket = colleagues.judged("A card was charged twice", Map.of("category", "technical-issues/network"));
        JsonNode next = colleagues.judged("And another one", Map.of("category", "technical-issues"));

        for (JsonNode given : List.of(ticket, next)) {
            assertThat(given.path("assignee").path("id").asText()).isEqualTo(certified);
        }
        String id = next.path("id").asText();
        assertThat(colleagues.said(id, beginner, PLUGIN).path("veto").asBoolean())
                .isTrue();
        assertThat(colleagues.said(id, beginner, PLUGIN).path("reason").asText())
                .isEqualTo("lacks the certificate cards");
        assertThat(colleagues.said(id, certified, PLUGIN).path("reason").asText())
                .startsWith("is certified: cards until");
    }

    private static void healthWarnsOfACertificateThatRunsOut(Http administrator) {
        Patience.until("a warning", () -> health(administrator).contains("run out within 30 days: 1"));
        assertThat(administrator
                        .get(Plugins.path(PLUGIN, "/settings"))
                        .expect(200)
                        .text())
                .contains("Days of warning", "otherMonths");
    }

    /** The settings too: a rule that forgot what it is to look for would rule nobody out. */
    private static void afterARestartItHoldsAsBefore(RunningServer server, String certified, String beginner) {
        server.stop();
        server.startAgain();
        Http administrator = server.administrator();
        Colleagues colleagues = new Colleagues(administrator);
        assertThat(certificates(administrator, certified).path("cards").asText())
                .isEqualTo(TODAY.plusDays(30).toString());
        theBeginnerIsRuledOut(colleagues, certified, beginner);
        administrator.post(Plugins.path(PLUGIN, "/stop"), Map.of()).expect(200);
        administrator.post(Plugins.path(PLUGIN, "/start"), Map.of()).expect(200);
        theBeginnerIsRuledOut(colleagues, certified, beginner);
    }

    private static void theBeginnerIsRuledOut(Colleagues colleagues, String certified, String beginner) {
        JsonNode ticket = colleagues.judged("Charged again", Map.of("category", "technical-issues"));
        String id = ticket.path("id").asText();
        assertThat(ticket.path("assignee").path("id").asText())
                .as(() -> colleagues.why(id).toPrettyString())
                .isEqualTo(certified);
        assertThat(colleagues.said(id, beginner, PLUGIN).path("veto").asBoolean())
                .isTrue();
    }

    private static String whenItRanOutTheTicketWaits(Colleagues colleagues, String certified) {
        JsonNode waiting = colleagues.judged("Charged three times", Map.of("category", "technical-issues"));
        String id = waiting.path("id").asText();
        assertThat(waiting.path("assignee").isNull())
                .as(() -> colleagues.why(id).toPrettyString())
                .isTrue();
        assertThat(waiting.path("team").path("id").asText()).isNotEmpty();
        assertThat(colleagues.why(id).path("reason").asText()).isEqualTo("Every candidate was ruled out");
        assertThat(colleagues.said(id, certified, PLUGIN).path("reason").asText())
                .startsWith("the certificate cards ran out on");
        Patience.until(
                "nobody is certified",
                () -> health(colleagues.administrator()).contains("Nobody holds the certificate cards"));
        return id;
    }

    /** Nobody asks for it: the desk looks again at what found no agent. */
    private static void afterTheRefresherTheTicketFindsAnAgent(
            Colleagues colleagues, String certified, String waiting) {
        colleagues.change(
                certified,
                Map.of("certificates", Map.of("cards", TODAY.plusDays(30).toString())));
        colleagues.administrator().post(API + "/clock", Map.of("by", "PT31M")).expect(200);
        Patience.until(
                "the certified agent has it",
                () -> certified.equals(new Tickets(colleagues.administrator())
                        .get(waiting)
                        .expect(200)
                        .json()
                        .path("assignee")
                        .path("id")
                        .asText()));
    }

    private static void theAuditLogKeepsWhatStoodBefore(Http administrator, String certified) {
        JsonNode latest = Tickets.items(administrator.get(API + "/audit?object=person:" + certified))
                .get(0);
        assertThat(latest.path("before").path("certificates").path("cards").asText())
                .isEqualTo(TODAY.minusDays(360).toString());
        assertThat(latest.path("after").path("certificates").path("cards").asText())
                .isEqualTo(TODAY.plusDays(30).toString());
    }

    private static JsonNode certificates(Http administrator, String agent) {
        return administrator.get(API + "/agents/" + agent).expect(200).json().path("certificates");
    }

    private static String health(Http administrator) {
        return administrator.get(Plugins.path(PLUGIN, "/health")).expect(200).text();
    }
}
