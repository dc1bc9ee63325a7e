package io.switchboard.it.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tickets of very important customers, with the plugin as the distribution installs it (SP1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportantCustomersIT {
    private static final String API = "/api/v1";

    private RunningServer server;
    private Http administrator;
    private Tickets tickets;
    private String junior;
    private String senior;

    /** A desk with one team, whose senior agent has more to do than the other one. */
    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        tickets = new Tickets(administrator);
        String team = made("/teams", Map.of("name", "First line"));
        junior = agent("junior", false, team);
        senior = agent("senior", true, team);
        for (int ticket = 0; ticket < 10; ticket++) {
            String busy = tickets.open("Keeps the senior agent busy");
            tickets.changing(busy)
                    .put(Tickets.path(busy, "/assignment"), Map.of("agent", senior))
                    .expect(200);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theirTicketsGoToASeniorAgentAndAreRaised() {
        customer("cfo", true);
        JsonNode ticket = openFor("cfo");
        assertThat(ticket.path("assignee").path("id").asText()).isEqualTo(senior);
        assertThat(ticket.path("priority").asText()).isEqualTo("P2");
        assertThat(ticket.path("tags").toString()).contains("vip");
    }

    @Test
    void whenTheFlagChangesAnOpenTicketGoesToASeniorAgent() {
        String id = customer("new-cfo", false);
        JsonNode ticket = openFor("new-cfo");
        String number = ticket.path("id").asText();
        assertThat(ticket.path("assignee").path("id").asText()).isEqualTo(junior);
        assertThat(ticket.path("tags").toString()).doesNotContain("vip");

        administrator
                .with("If-Match", "*")
                .patch(API + "/customers/" + id, Map.of("vip", true))
                .expect(200);

        Patience.until(
                "a senior agent has it",
                () -> senior.equals(read(number).path("assignee").path("id").asText()));
        assertThat(read(number).path("priority").asText()).isEqualTo("P2");
        assertThat(read(number).path("tags").toString()).contains("vip");
        assertThat(tickets.history(number).toString()).contains("\"vip\"", "handle-vip");
    }

    @Test
    void whenTheirOrganizationBecomesImportantTheOpenTicketsOfItsMembersGoToASeniorAgent() {
        String bank = made("/organizations", Map.of("name", "Bank of Example"));
        String clerk = customer("clerk", false);
        any().patch(API + "/customers/" + clerk, Map.of("organization", bank)).expect(200);
        String number = openFor("clerk").path("id").asText();
        assertThat(read(number).path("assignee").path("id").asText()).isEqualTo(junior);

        any().patch(API + "/organizations/" + bank, Map.of("vip", true)).expect(200);

        Patience.until(
                "a senior agent has it",
                () -> senior.equals(read(number).path("assignee").path("id").asText()));
        assertThat(tickets.history(number).toString()).contains("The organization became very important");
    }

    @Test
    void whoMovesToAnImportantOrganizationTakesTheirOpenTicketsToASeniorAgent() {
        String bank = made("/organizations", Map.of("name", "Bank of Others", "vip", true));
        String clerk = customer("other-clerk", false);
        String number = openFor("other-clerk").path("id").asText();
        assertThat(read(number).path("assignee").path("id").asText()).isEqualTo(junior);
        any().patch(API + "/customers/" + clerk, Map.of("organization", bank)).expect(200);
        Patience.until(
                "a senior agent has it",
                () -> senior.equals(read(number).path("assignee").path("id").asText()));
    }

    private Http any() {
        return administrator.with("If-Match", "*");
    }

    @Test
    void thePluginIsWellAndHasAFormForItsSettings() {
        assertThat(new Plugins(administrator).states()).contains("handle-vip active");
        assertThat(administrator
                        .get(Plugins.path("handle-vip", "/settings"))
                        .expect(200)
                        .text())
                .contains("seniorOnly", "minimumPriority");
        assertThat(administrator
                        .get(Plugins.path("handle-vip", "/health"))
                        .expect(200)
                        .json()
                        .path("grade")
                        .asText())
                .isEqualToIgnoringCase("green");
    }

    private JsonNode read(String ticket) {
        return tickets.get(ticket).expect(200).json();
    }

    private JsonNode openFor(String name) {
        return tickets.open(Map.of(
                "subject",
                "My charger is dead",
                "description",
                "It does not charge",
                "requester",
                Map.of("name", name, "email", name + "@example.org")));
    }

    private String customer(String name, boolean vip) {
        return made("/customers", Map.of("name", name, "email", name + "@example.org", "vip", vip));
    }

    private String agent(String name, boolean isSenior, String team) {
        return made(
                "/agents",
                Map.of(
                        "name",
                        name,
                        "email",
                        name + "@desk.example",
                        "roles",
                        List.of("agent"),
                        "teams",
                        List.of(team),
                        "senior",
                        isSenior));
    }

    private String made(String path, Map<String, ?> request) {
        return administrator
                .post(API + path, request)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }
}
