package io.switchboard.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole online banking of a bank is down: an incident that goes up tier by tier and to management, whose eleven further
 * reports are told and solved with it, and that is looked back upon.
 */
class OnlineBankingStoryIT {
    private static final String PORTAL = "/api/v1/x/intake-portal";
    private static final String REVIEWS = "/api/v1/x/post-incident-review/reviews";
    private static final int FURTHER = 11;

    @Test
    void theBankIsOnlineAgainAndEverybodyKnows(@TempDir Path folder) throws IOException {
        try (StoryDesk desk = StoryDesk.in(folder)) {
            String management = desk.team("Management", Map.of("escalation", true));
            String operations = desk.team("Operations", Map.of("parent", management));
            String desk1 = desk.team("Service desk", Map.of("parent", operations, "tier", 1));
            String banking = desk.team("Banking", Map.of("parent", operations, "tier", 2));
            String network = desk.team("Network", Map.of("parent", operations, "tier", 3));
            Http fay = desk.people.agent("fay", "agent", desk1);
            Http ben = desk.people.agent("ben", "agent", banking);
            Http ned = desk.people.agent("ned", "agent", network);
            Http mia = desk.people.agent("mia", "agent", management);

            desk.plugInEverything();
            new Plugins(desk.administrator)
                    .set(
                            "classify-by-words",
                            Map.of(
                                    "rules",
                                    List.of("nobody online banking -> type: incident, impact: high, urgency: high")));
            String incident = ask(desk, "Nobody can get into the online banking", "employee@bank.example");
            itBecomesCritical(desk, incident);
            desk.give(incident, desk1, StoryDesk.self(fay));
            itGoesUp(desk, incident, List.of(fay, ben), ned, mia);
            List<String> customers = furtherReports(desk, incident);
            allAreTold(desk, ned, incident);
            allIsSolvedTogether(desk, ned, incident, customers);
            Patience.until(
                    "the review",
                    () -> Tickets.items(desk.administrator.get(REVIEWS)).stream()
                            .anyMatch(review -> review.at("/ticket/id").asText().equals(incident)));
            assertThat(Tickets.items(desk.administrator.get(REVIEWS))).hasSize(1);
            desk.unplugEverything();
            assertThat(desk.tickets.status(incident)).isEqualTo("closed");
        }
    }

    private static String ask(StoryDesk desk, String subject, String address) {
        Response receipt = desk.server
                .http()
                .post(
                        PORTAL + "/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "description",
                                "All pages answer 503 since eight",
                                "name",
                                "Employee",
                                "email",
                                address))
                .expect(201);
        return desk.read(receipt.json().path("number").asText()).path("id").asText();
    }

    private static void itBecomesCritical(StoryDesk desk, String incident) {
        Patience.until(
                "it is recognised",
                () -> desk.read(incident).path("priority").asText().equals("P1"));
        assertThat(desk.read(incident).path("type").asText()).isEqualTo("incident");
        assertThat(desk.read(incident).path("impact").asText()).isEqualTo("high");
        desk.until(
                "management is told of what is urgent",
                () -> escalations(desk, incident).stream()
                        .anyMatch(found -> found.path("plugin").asText().equals("escalate-stalled")));
    }

    private static void itGoesUp(StoryDesk desk, String incident, List<Http> lower, Http ned, Http mia) {
        String path = Tickets.path(incident, "/escalations");
        int tier = 1;
        for (Http agent : lower) {
            tier++;
            agent.post(
                            path,
                            Map.of(
                                    "kind",
                                    "functional",
                                    "reason",
                                    "technical_complexity",
                                    "explanation",
                                    "We do not see why",
                                    "tier",
                                    tier))
                    .expect(201);
            assertThat(desk.read(incident).at("/team/tier").asInt()).isEqualTo(tier);
        }
        ned.post(
                        path,
                        Map.of(
                                "kind",
                                "hierarchical",
                                "reason",
                                "authority",
                                "explanation",
                                "We must switch to the other data centre"))
                .expect(201);
        desk.tickets
                .changing(incident)
                .put(Tickets.path(incident, "/assignment"), Map.of("agent", StoryDesk.self(ned)))
                .expect(200);
        Patience.until(
                "management is told",
                () -> !Tickets.items(mia.get("/api/v1/notifications?unread=true"))
                        .isEmpty());
        mia.get(Tickets.path(incident, "")).expect(200);
        assertThat(escalations(desk, incident)).hasSize(4);
    }

    private static List<String> furtherReports(StoryDesk desk, String incident) {
        List<String> reports = new ArrayList<>();
        for (int number = 0; number < FURTHER; number++) {
            String report = ask(desk, "I cannot log in", "customer" + number + "@bank.example");
            desk.administrator
                    .post(Tickets.path(report, "/links"), Map.of("kind", "parent", "to", incident))
                    .expect(201);
            reports.add(report);
        }
        reports.forEach(report -> Patience.until(
                "triage", () -> desk.read(report).path("triage").asText().equals("done")));
        return reports;
    }

    private static void allAreTold(StoryDesk desk, Http ned, String incident) {
        ned.post(
                        Tickets.path(incident, "/broadcasts"),
                        Map.of("body", "We know of it and switch to the other data centre"))
                .expect(201);
        reached(desk, incident);
    }

    private static void allIsSolvedTogether(StoryDesk desk, Http ned, String incident, List<String> reports) {
        desk.pass("PT1H");
        ned.post(
                        Tickets.path(incident, "/broadcasts"),
                        Map.of(
                                "body",
                                "The online banking works again",
                                "to",
                                "resolved",
                                "resolution",
                                Map.of(
                                        "kind",
                                        "workaround",
                                        "summary",
                                        "Switched to the other data centre",
                                        "rootCause",
                                        "An expired certificate of the load balancer")))
                .expect(201);
        reached(desk, incident);
        desk.confirm("employee@bank.example", 1);
        for (int number = 0; number < FURTHER; number++) {
            String report = reports.get(number);
            assertThat(desk.tickets.bodies(report))
                    .containsOnlyOnce("We know of it and switch to the other data centre")
                    .containsOnlyOnce("The online banking works again");
            desk.confirm("customer" + number + "@bank.example", 1);
            assertThat(desk.tickets.status(report)).isEqualTo("closed");
        }
        assertThat(desk.tickets.status(incident)).isEqualTo("closed");
    }

    private static void reached(StoryDesk desk, String incident) {
        Patience.until(
                "all reports",
                () -> Tickets.items(desk.administrator.get(Tickets.path(incident, "/broadcasts")))
                                .get(0)
                                .path("reached")
                                .asInt()
                        == FURTHER);
    }

    private static List<JsonNode> escalations(StoryDesk desk, String incident) {
        return Tickets.items(desk.administrator.get(Tickets.path(incident, "/escalations")));
    }
}
