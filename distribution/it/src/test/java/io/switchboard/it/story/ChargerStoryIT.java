package io.switchboard.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The charger of the chief financial officer: a senior agent has it from the start, it is replaced, and the corrupted spreadsheet
 * that is mentioned by the way becomes a chained ticket that lives by its own clocks.
 */
class ChargerStoryIT {
    private static final String CFO = "cfo@bank.example";

    @Test
    void bothMattersEndAndTheChainTellsTheWholeTime(@TempDir Path folder) throws IOException {
        try (StoryDesk desk = StoryDesk.in(folder)) {
            String team = desk.team("Workplace", Map.of());
            agent(desk, "junior", false, team);
            String senior = agent(desk, "senior", true, team);
            for (int busy = 0; busy < 5; busy++) {
                desk.give(desk.tickets.open("Keeps the senior agent busy"), team, senior);
            }
            desk.made("/customers", Map.of("name", "Cora", "email", CFO, "vip", true));
            desk.plugInEverything();

            String charger = ask(desk);
            JsonNode ticket = desk.read(charger);
            assertThat(ticket.at("/assignee/id").asText()).isEqualTo(senior);
            assertThat(ticket.path("tags").toString()).contains("vip");
            desk.pass("PT30M");
            String spreadsheet = theSpreadsheetBecomesATicketOfItsOwn(desk, charger, team, senior);

            desk.resolve(desk.administrator, charger, "other", "The charger is faulty; replaced by a new one");
            desk.confirm(CFO, 1);
            assertThat(desk.tickets.status(charger)).isEqualTo("closed");
            assertThat(desk.tickets.status(spreadsheet)).isNotEqualTo("closed");
            desk.pass("PT2H");
            desk.resolve(desk.administrator, spreadsheet, "fix", "Restored from the backup of last night");
            desk.confirm(CFO, 2);
            assertThat(desk.tickets.status(spreadsheet)).isEqualTo("closed");

            theChainTellsTheWholeTime(desk, charger, spreadsheet);
            desk.unplugEverything();
            theChainTellsTheWholeTime(desk, charger, spreadsheet);
        }
    }

    private static String agent(StoryDesk desk, String name, boolean senior, String team) {
        Map<String, Object> agent = new HashMap<>();
        agent.put("name", name);
        agent.put("email", name + "@bank.example");
        agent.put("roles", List.of("agent"));
        agent.put("teams", List.of(team));
        agent.put("senior", senior);
        return desk.made("/agents", agent);
    }

    private static String ask(StoryDesk desk) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted("My notebook does not charge"));
        wanted.put("requester", Map.of("email", CFO));
        String ticket = desk.tickets.open(wanted).path("id").asText();
        Patience.until("triage", () -> desk.read(ticket).path("triage").asText().equals("done"));
        return ticket;
    }

    private static String theSpreadsheetBecomesATicketOfItsOwn(
            StoryDesk desk, String charger, String team, String senior) {
        desk.tickets
                .say(charger, "note", "Tried another socket and another notebook: the charger is dead")
                .expect(201);
        desk.tickets
                .say(charger, "customer", "And my spreadsheet is corrupted since it went off")
                .expect(201);
        Http administrator = desk.administrator;
        JsonNode made = administrator
                .post(
                        Tickets.path(charger, "/links"),
                        Map.of(
                                "kind",
                                "chained",
                                "subject",
                                "A corrupted spreadsheet",
                                "description",
                                "Went off while open"))
                .expect(201)
                .json();
        String spreadsheet = made.path("id").asText();
        assertThat(made.at("/requester/email").asText()).isEqualTo(CFO);
        Patience.until(
                "triage", () -> desk.read(spreadsheet).path("triage").asText().equals("done"));
        assertThat(desk.read(spreadsheet).at("/assignee/id").asText()).isEqualTo(senior);
        assertThat(desk.read(spreadsheet).at("/team/id").asText()).isEqualTo(team);
        return spreadsheet;
    }

    private static void theChainTellsTheWholeTime(StoryDesk desk, String charger, String spreadsheet) {
        JsonNode chain = desk.administrator
                .get(Tickets.path(charger, "/chain"))
                .expect(200)
                .json();
        assertThat(Json.list(chain.path("tickets")))
                .extracting(member -> member.path("id").asText())
                .containsExactlyInAnyOrder(charger, spreadsheet);
        assertThat(chain.path("totalSeconds").asLong()).isBetween(9_000L, 9_600L);
        assertThat(Json.list(chain.path("items")))
                .extracting(event -> event.path("ticket").asText())
                .contains(charger, spreadsheet);
    }
}
