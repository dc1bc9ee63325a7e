package io.switchboard.it.assignment;

import static io.switchboard.it.assignment.Colleagues.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whom each rule chooses when it alone counts, with the plugins as the distribution brings them (AS1 to AS5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRuleIT {
    private static final List<String> RULES =
            List.of("assign-by-continuity", "assign-by-language-and-hours", "assign-by-skill", "assign-by-workload");
    private static final String POLICY = API + "/triage-policy";

    private RunningServer server;
    private Http administrator;
    private Colleagues colleagues;
    private String team;
    private String networker;
    private String clerk;

    /** One who knows networks, speaks German and works today; one who knows bills, speaks English and has the day off. */
    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        colleagues = new Colleagues(administrator);
        team = colleagues.team("First line");
        networker = colleagues.agent(
                "networker", team, Map.of("skills", Map.of("network", 4, "billing", 1), "languages", List.of("de")));
        clerk = colleagues.agent(
                "clerk",
                team,
                Map.of(
                        "skills",
                        Map.of("billing", 4),
                        "languages",
                        List.of("en"),
                        "workingHours",
                        List.of(dayAfterTomorrow())));
        colleagues.install("assign-by-continuity");
        Map.of("german", "de", "english", "en")
                .forEach((customer, language) -> administrator
                        .post(
                                API + "/customers",
                                Map.of("name", customer, "email", customer + "@example.org", "language", language))
                        .expect(201));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void bySkillWhoKnowsWhatTheCategoryOrProductAsksFor() {
        administrator
                .post(API + "/products", Map.of("id", "vpn", "name", "VPN"))
                .expect(201);
        decide(
                List.of(),
                Map.of(
                        "technical-issues/network", List.of("network"),
                        "billing-payment", List.of("billing"),
                        "vpn", List.of("network")));
        onlyCounts("assign-by-skill");
        assertGiven(networker, Map.of("category", "technical-issues/network"));
        assertGiven(clerk, Map.of("category", "billing-payment"));
        assertGiven(networker, Map.of("product", "vpn"));
    }

    @Test
    void byWorkloadWhoHasFewerOpenTickets() {
        onlyCounts("assign-by-workload");
        String first = opened(Map.of()).at("/assignee/id").asText();
        String busy = first.equals(clerk) ? networker : clerk;
        for (int ticket = 0; ticket < 20; ticket++) {
            give(opened(Map.of()), Map.of("agent", busy));
        }
        assertGiven(first, Map.of());
    }

    @Test
    void byLanguageWhoSpeaksThatOfTheCustomerAndByHoursWhoIsAtWork() {
        onlyCounts("assign-by-language-and-hours");
        colleagues.set("assign-by-language-and-hours", Map.of("offHoursExcluded", false, "hoursShare", 0));
        awaitGiven(networker, requester("german"));
        assertGiven(clerk, requester("english"));
        colleagues.set("assign-by-language-and-hours", Map.of("offHoursExcluded", true, "hoursShare", 50));
        String ticket = awaitGiven(networker, requester("english"));
        assertThat(colleagues
                        .said(ticket, clerk, "assign-by-language-and-hours")
                        .path("reason")
                        .asText())
                .startsWith("is not at work for another");
    }

    @Test
    void byContinuityWhoHadTheCustomersLastTicketButNotForTheOneThatIsGivenAnew() {
        onlyCounts("assign-by-continuity");
        JsonNode first = opened(requester("loyal"));
        String stranger = first.at("/assignee/id").asText().equals(clerk) ? networker : clerk;
        give(first, Map.of("agent", stranger));
        assertGiven(stranger, requester("loyal"));

        JsonNode only = opened(requester("new"));
        administrator
                .post(Tickets.path(only.path("id").asText(), "/assignment/auto"), Map.of())
                .expect(200);
        assertThat(colleagues.why(only.path("id").asText()).path("candidates").toString())
                .doesNotContain("assign-by-continuity");
    }

    @Test
    void whatIsAssignedByHandWaitsForSomebodyAlsoInTheTeamsBelow() {
        String below = colleagues.team("Second line");
        administrator
                .with("If-Match", "*")
                .patch(API + "/teams/" + below, Map.of("parent", team))
                .expect(200);
        onlyCounts("assign-by-workload");
        JsonNode ticket = opened(Map.of());
        decide(List.of(team), Map.of());
        try {
            for (String queue : List.of(team, below)) {
                give(ticket, Map.of("team", queue));
                Patience.until(
                        "the queue is assigned by hand",
                        () -> "This queue is assigned by hand"
                                .equals(administrator
                                        .post(Tickets.path(ticket.path("id").asText(), "/assignment/auto"), Map.of())
                                        .expect(200)
                                        .json()
                                        .path("reason")
                                        .asText()));
            }
        } finally {
            decide(List.of(), Map.of());
        }
    }

    private void onlyCounts(String rule) {
        Map<String, Object> desk = new TreeMap<>();
        RULES.stream()
                .filter(other -> !other.equals(rule))
                .forEach(other -> desk.put(other, Map.of("weight", 0, "vetoes", false)));
        administrator
                .with("If-Match", "*")
                .put(API + "/assignment/weights", Map.of("desk", desk, "teams", Map.of()))
                .expect(200);
    }

    private void decide(List<String> byHand, Map<String, ?> skills) {
        JsonNode now = administrator.get(POLICY).expect(200).json();
        administrator
                .with("If-Match", "*")
                .put(
                        POLICY,
                        Map.of(
                                "defaultTeam",
                                now.path("defaultTeam").asText(),
                                "manualTeams",
                                byHand,
                                "skills",
                                skills))
                .expect(200);
    }

    private void assertGiven(String agent, Map<String, ?> more) {
        JsonNode ticket = opened(more);
        assertThat(ticket.at("/assignee/id").asText())
                .as(() -> colleagues.why(ticket.path("id").asText()).toPrettyString())
                .isEqualTo(agent);
    }

    /** New settings replace the rule, a moment after they were taken; a ticket that is opened meanwhile is given by the others. */
    private String awaitGiven(String agent, Map<String, ?> more) {
        AtomicReference<JsonNode> ticket = new AtomicReference<>();
        Patience.until("the settings are in force", () -> {
            ticket.set(opened(more));
            return ticket.get().at("/assignee/id").asText().equals(agent);
        });
        return ticket.get().path("id").asText();
    }

    private JsonNode opened(Map<String, ?> more) {
        return colleagues.judged("Whose is it", more);
    }

    private void give(JsonNode ticket, Map<String, ?> to) {
        administrator
                .with("If-Match", "*")
                .put(Tickets.path(ticket.path("id").asText(), "/assignment"), to)
                .expect(200);
    }

    private static Map<String, ?> requester(String name) {
        return Map.of("requester", Map.of("name", name, "email", name + "@example.org"));
    }

    private static Map<String, ?> dayAfterTomorrow() {
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).getDayOfWeek().name();
        return Map.of("day", day.toLowerCase(Locale.ROOT), "from", "09:00", "to", "17:00");
    }
}
