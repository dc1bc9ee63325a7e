package io.switchboard.it.configuration;

import static io.switchboard.it.configuration.Staff.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk whose administrator draws a lifecycle of its own (ST4), also after a restart. */
class OwnLifecycleIT {
    private static final String PROFILES = API + "/lifecycle-profiles";
    private static final String LOANS = PROFILES + "/loans";
    private static final Map<String, List<String>> EDGES = Map.of(
            "requested", List.of("approval_2"),
            "approval_2", List.of("requested", "lent", "resolved"),
            "lent", List.of("approval_2", "resolved"),
            "resolved", List.of("approval_2", "archived"),
            "archived", List.of());
    private static final Map<String, List<String>> WAYS = Map.of(
            "requested", List.of(),
            "approval_2", List.of("approval_2"),
            "lent", List.of("approval_2", "lent"),
            "resolved", List.of("approval_2", "resolved"),
            "archived", List.of("approval_2", "resolved", "archived"));

    @Test
    void aProfileOfTheDesksOwnIsMadeChosenWalkedAndKept(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Staff staff = new Staff(server);
            onlyAWholeProfileIsTakenAndOnlyFromAdministrators(staff);
            theTypeThatFollowsItWalksItsEdgesAndNoOther(staff.administrator);
            aTicketTellsWhatHappenedToItUnderTheProfile(staff.administrator);
            String lent = walk(new Tickets(staff.administrator), WAYS.get("lent"));
            aStatusWithTicketsStaysAndOneWithoutGoes(staff.administrator, lent);
            server.stop();
            server.startAgain();
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            assertThat(tickets.status(lent)).isEqualTo("lent");
            assertThat(administrator
                            .get(LOANS)
                            .expect(200)
                            .json()
                            .path("types")
                            .path(0)
                            .asText())
                    .isEqualTo("service_request");
            tickets.move(lent, "resolved").expect(200);
            whatIsFollowedIsNotRemovedAndTheRestIs(administrator);
        }
    }

    private static void onlyAWholeProfileIsTakenAndOnlyFromAdministrators(Staff staff) {
        Http administrator = staff.administrator;
        staff.signedIn("supervisor", staff.team()).post(PROFILES, loans("lent")).expect(403);
        Map<String, Object> stuck = new LinkedHashMap<>(loans("lent"));
        stuck.put("statuses", List.of(status("requested", "intake", "system", "initial", List.of("gone"))));
        assertThat(fields(administrator.post(PROFILES, stuck))).containsExactly("statuses");
        assertThat(fields(administrator.post(PROFILES, loans("Lent out")))).contains("statuses[2].id");
        assertThat(fields(administrator.post(PROFILES, "{\"id\": \"loans\", \"statuses\": [{\"nexts\": []}]}")))
                .containsExactly("statuses[0].nexts");
        administrator.get(LOANS).expect(404);
        Response made = administrator.post(PROFILES, loans("lent")).expect(201);
        assertThat(made.header("Location").orElseThrow()).endsWith(LOANS);
        assertThat(made.json().path("bundled").asBoolean()).isFalse();
        assertThat(made.json().path("types")).isEmpty();
        administrator.post(PROFILES, loans("lent")).expect(409);
        assertThat(administrator.get(PROFILES).expect(200).json().path("items"))
                .extracting(profile -> profile.path("id").asText())
                .containsExactly("loans", "simple", "standard");
        Http any = administrator.with("If-Match", "*");
        any.put(PROFILES + "/simple", bodyOf("simple")).expect(422);
        any.delete(PROFILES + "/standard").expect(422);
    }

    private static Map<String, Object> bodyOf(String id) {
        Map<String, Object> body = new LinkedHashMap<>(loans("lent"));
        body.put("id", id);
        return body;
    }

    private static void theTypeThatFollowsItWalksItsEdgesAndNoOther(Http administrator) {
        changing(administrator)
                .patch(LOANS, Map.of("types", List.of("service_request")))
                .expect(200);
        Tickets tickets = new Tickets(administrator);
        EDGES.forEach((from, next) -> {
            for (String to : next) {
                String ticket = walk(tickets, WAYS.get(from));
                assertThat(tickets.move(ticket, to)
                                .expect(200)
                                .json()
                                .path("status")
                                .asText())
                        .isEqualTo(to);
            }
            String ticket = walk(tickets, WAYS.get(from));
            List<String> illegal = new ArrayList<>(EDGES.keySet());
            illegal.addAll(List.of("closed", "assigned"));
            illegal.removeAll(next);
            for (String to : illegal) {
                assertThat(Json.list(tickets.move(ticket, to).expect(409).json().path("legal")).stream()
                                .map(JsonNode::asText))
                        .containsExactlyElementsOf(next);
            }
        });
    }

    private static void aTicketTellsWhatHappenedToItUnderTheProfile(Http administrator) {
        Tickets tickets = new Tickets(administrator);
        String ticket = walk(tickets, List.of("approval_2", "resolved", "approval_2", "resolved", "archived"));
        assertThat(tickets.history(ticket))
                .extracting(event -> event.path("type").asText())
                .contains("ticket.transitioned", "ticket.resolved", "ticket.reopened", "ticket.archived");
        assertThat(Tickets.items(administrator.get(API + "/tickets?status=approval_2")))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.path("profile").asText()).isEqualTo("loans"));
        tickets.say(ticket, "note", "Too late").expect(409);
    }

    private static void aStatusWithTicketsStaysAndOneWithoutGoes(Http administrator, String lent) {
        administrator.put(LOANS, loans("lent")).expect(428);
        administrator.with("If-Match", "\"0\"").put(LOANS, loans("lent")).expect(412);
        Response refused = changing(administrator).put(LOANS, loans("borrowed")).expect(409);
        assertThat(refused.json().path("type").asText()).isEqualTo("urn:switchboard:problem:in-use");
        assertThat(refused.json().path("statuses").path(0).asText()).isEqualTo("lent");
        assertThat(fields(refused)).containsExactly("statuses");
        Map<String, Object> more = new LinkedHashMap<>(loans("lent"));
        List<Object> statuses = new ArrayList<>((List<?>) more.get("statuses"));
        statuses.set(2, status("lent", "working", "customer", "waiting", List.of("approval_2", "overdue", "resolved")));
        statuses.add(status("overdue", "working", "agent", "active", List.of("resolved")));
        more.put("statuses", statuses);
        changing(administrator).put(LOANS, more).expect(200);
        new Tickets(administrator).move(lent, "overdue").expect(200);
        changing(administrator).put(LOANS, loans("lent")).expect(409);
        new Tickets(administrator).move(lent, "resolved").expect(200);
        new Tickets(administrator).move(lent, "approval_2").expect(200);
        changing(administrator).put(LOANS, loans("lent")).expect(200);
        new Tickets(administrator).move(lent, "lent").expect(200);
        assertThat(Tickets.items(administrator.get(API + "/audit?object=lifecycle_profile:loans")))
                .extracting(entry -> entry.path("kind").asText())
                .containsExactlyInAnyOrder(
                        "lifecycle_profile.changed", "lifecycle_profile.changed", "lifecycle_profile.made");
    }

    private static void whatIsFollowedIsNotRemovedAndTheRestIs(Http administrator) {
        administrator.delete(LOANS).expect(428);
        changing(administrator).delete(LOANS).expect(409);
        Map<String, Object> spare = bodyOf("spare");
        administrator.post(PROFILES, spare).expect(201);
        changing(administrator).delete(PROFILES + "/spare").expect(204);
        administrator.get(PROFILES + "/spare").expect(404);
    }

    private static Http changing(Http administrator) {
        return administrator.with(
                "If-Match", administrator.get(LOANS).expect(200).header("ETag").orElseThrow());
    }

    private static Map<String, Object> loans(String lent) {
        return Map.of(
                "id",
                "loans",
                "name",
                "Loans",
                "statuses",
                List.of(
                        status("requested", "intake", "system", "initial", List.of("approval_2")),
                        status("approval_2", "working", "agent", "active", List.of("requested", lent, "resolved")),
                        status(lent, "working", "customer", "waiting", List.of("approval_2", "resolved")),
                        status("resolved", "resolution", "customer", "done", List.of("approval_2", "archived")),
                        status("archived", "resolution", "system", "done", List.of())));
    }

    private static Map<String, Object> status(
            String id, String stage, String nextMove, String category, List<String> next) {
        return Map.of(
                "id", id,
                "name", "Status " + id,
                "stage", stage,
                "nextMove", nextMove,
                "category", category,
                "runningClocks", List.of("resolution"),
                "next", next);
    }

    private static String walk(Tickets tickets, List<String> way) {
        JsonNode ticket =
                tickets.open(Map.of("subject", "A projector", "description", "for Friday", "type", "service_request"));
        assertThat(ticket.path("profile").asText()).isEqualTo("loans");
        String id = ticket.path("id").asText();
        Patience.until(
                "triage", () -> tickets.get(id).json().path("triage").asText().equals("done"));
        if (!tickets.status(id).equals("requested")) {
            tickets.move(id, "requested").expect(200);
        }
        way.forEach(status -> tickets.move(id, status).expect(200));
        return id;
    }

    private static List<String> fields(Response refused) {
        return Json.list(refused.json().path("errors")).stream()
                .map(error -> error.path("field").asText())
                .toList();
    }
}
