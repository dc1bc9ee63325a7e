package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk of which questions follow the simple lifecycle (IN8, ST4): each edge of it, and each that is missing. */
class SimpleLifecycleIT {
    private static final String PROFILES = "/api/v1/lifecycle-profiles/";

    private static final Map<String, List<String>> LEGAL = Map.of(
            "new", List.of("open"),
            "open", List.of("answered", "resolved"),
            "answered", List.of("open", "resolved"),
            "resolved", List.of("open", "archived"),
            "archived", List.of());

    private static final Map<String, List<String>> WAYS = Map.of(
            "new", List.of(),
            "open", List.of("open"),
            "answered", List.of("open", "answered"),
            "resolved", List.of("open", "resolved"),
            "archived", List.of("open", "resolved", "archived"));

    @Test
    void theTypePicksTheProfile(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            choose(administrator, "simple", List.of("question"));

            everyEdgeIsTakenAndNoOther(tickets);
            aTicketGoesOverWithItsType(tickets);
            theChoiceIsKeptAndChecked(administrator);
            theChoiceIsRecorded(administrator);
            server.stop();
            server.startAgain();
            assertThat(profile(server.administrator(), "simple").path("types")).hasSize(1);
        }
    }

    private static void everyEdgeIsTakenAndNoOther(Tickets tickets) {
        LEGAL.forEach((from, next) -> {
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
            List<String> illegal = new ArrayList<>(LEGAL.keySet());
            illegal.addAll(List.of("closed", "assigned"));
            illegal.removeAll(next);
            for (String to : illegal) {
                JsonNode problem = tickets.move(ticket, to).expect(409).json();
                assertThat(Json.list(problem.path("legal")).stream().map(JsonNode::asText))
                        .containsExactlyInAnyOrderElementsOf(next);
            }
        });
    }

    private static void aTicketGoesOverWithItsType(Tickets tickets) {
        String ticket = walk(tickets, List.of("open", "answered"));
        JsonNode incident = tickets.changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("type", "incident"))
                .expect(200)
                .json();
        assertThat(incident.path("profile").asText()).isEqualTo("standard");
        assertThat(incident.path("status").asText()).isEqualTo("waiting_for_customer");
        for (String status : List.of("resolved", "closed")) {
            tickets.move(ticket, status).expect(200);
        }
        JsonNode refused = tickets.changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("type", "question"))
                .expect(400)
                .json();
        assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("type");
    }

    private static void theChoiceIsKeptAndChecked(Http administrator) {
        String version = administrator.get(PROFILES + "simple").header("ETag").orElseThrow();
        assertThat(administrator
                        .patch(PROFILES + "simple", Map.of("types", List.of("question")))
                        .status())
                .isEqualTo(428);
        Http seen = administrator.with("If-Match", version);
        assertThat(seen.patch(PROFILES + "simple", Map.of("types", List.of("riddle")))
                        .status())
                .isEqualTo(400);
        assertThat(seen.patch(PROFILES + "standard", Map.of("types", List.of())).status())
                .isEqualTo(400);
        assertThat(seen.patch(PROFILES + "none", Map.of("types", List.of())).status())
                .isEqualTo(404);
        assertThat(administrator
                        .with("If-Match", "\"0\"")
                        .patch(PROFILES + "simple", Map.of("types", List.of("question")))
                        .status())
                .isEqualTo(412);
    }

    private static void theChoiceIsRecorded(Http administrator) {
        List<JsonNode> told = Tickets.items(administrator.get("/api/v1/audit?object=setting:lifecycle.types"));
        assertThat(told).singleElement().satisfies(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("setting.changed");
            assertThat(entry.path("before")).isEmpty();
            assertThat(entry.at("/after/question").asText()).isEqualTo("simple");
        });
    }

    private static void choose(Http administrator, String profile, List<String> types) {
        String version = administrator.get(PROFILES + profile).header("ETag").orElseThrow();
        administrator
                .with("If-Match", version)
                .patch(PROFILES + profile, Map.of("types", types))
                .expect(200);
    }

    private static JsonNode profile(Http caller, String id) {
        return caller.get(PROFILES + id).expect(200).json();
    }

    private static String walk(Tickets tickets, List<String> way) {
        JsonNode ticket =
                tickets.open(Map.of("subject", "How do I", "description", "print twice?", "type", "question"));
        assertThat(ticket.path("profile").asText()).isEqualTo("simple");
        String id = ticket.path("id").asText();
        for (String status : way) {
            if (!tickets.status(id).equals(status)) {
                tickets.move(id, status).expect(200);
            }
        }
        return id;
    }
}
