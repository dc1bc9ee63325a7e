package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets outside of the ordinary flow: archived, spam, trash, merged, and gone for good (ST3, CH4). */
@SwitchboardServer
class AsideIT {
    private static final String REFUSED = "urn:switchboard:problem:ticket-not-changeable";

    private Http administrator;
    private Tickets tickets;

    @BeforeEach
    void signIn(RunningServer server) {
        administrator = server.administrator();
        tickets = new Tickets(administrator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"archived", "spam", "trash", "merged"})
    void itIsFoundAndCannotBeChanged(String standing) {
        String ticket = put(standing);
        String other = tickets.open("Stays in the flow");
        String version = tickets.version(ticket);

        refused(tickets.changing(ticket).patch(Tickets.path(ticket, ""), Map.of("subject", "Other")));
        refused(tickets.changing(ticket).put(Tickets.path(ticket, "/assignment"), Map.of("team", team())));
        refused(administrator.post(Tickets.path(ticket, "/links"), Map.of("kind", "related", "to", other)));
        refused(administrator.post(Tickets.path(other, "/links"), Map.of("kind", "related", "to", ticket)));
        refused(administrator.post(
                Tickets.path(ticket, "/participants"), Map.of("kind", "cc", "email", "cc@example.org")));
        if (!standing.equals("merged")) {
            refused(tickets.say(ticket, "note", "Too late"));
            refused(tickets.say(ticket, "reply", "Too late"));
        }
        JsonNode summary = administrator
                .post(
                        "/api/v1/tickets/bulk",
                        Map.of(
                                "tickets",
                                List.of(Map.of("ticket", ticket, "version", number(version))),
                                "edit",
                                Map.of("subject", "Other")))
                .expect(200)
                .json();
        assertThat(summary.path("refused").path(0).path("type").asText()).isEqualTo(REFUSED);
        assertThat(tickets.version(ticket)).isEqualTo(version);
        assertThat(tickets.get(ticket).expect(200).json().path("subject").asText())
                .isEqualTo("Put " + standing);
    }

    @Test
    void aReplyToAMergedTicketReachesTheSurvivorAndTheMergeIsTakenBackExactly() {
        String twin = tickets.open("Twin");
        String survivor = tickets.open("Survivor");
        JsonNode before = tickets.get(twin).json();
        tickets.changing(twin)
                .post(Tickets.path(twin, "/merge"), Map.of("into", survivor))
                .expect(200);

        JsonNode into = tickets.get(twin).json().path("mergedInto");
        assertThat(into.path("id").asText()).isEqualTo(survivor);
        assertThat(into.path("subject").asText()).isEqualTo("Survivor");
        assertThat(tickets.get(survivor).json().has("mergedInto")).isFalse();
        tickets.say(twin, "reply", "It is the same matter").expect(201);
        assertThat(tickets.bodies(survivor)).contains("It is the same matter", "It says: Twin");
        Response cycle = tickets.changing(survivor).post(Tickets.path(survivor, "/merge"), Map.of("into", twin));
        assertThat(cycle.status()).isEqualTo(409);
        tickets.changing(twin).post(Tickets.path(twin, "/unmerge"), Map.of()).expect(200);

        JsonNode after = tickets.get(twin).json();
        for (String field : List.of("status", "disposition", "assignee", "team", "tags", "subject", "triage")) {
            assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(after.has("mergedInto")).isFalse();
        assertThat(tickets.bodies(twin)).containsExactly("It says: Twin");
        assertThat(tickets.bodies(survivor)).contains("It is the same matter").doesNotContain("It says: Twin");
    }

    @Test
    void nothingIsLeftOfAPurgedTicketButItsTombstone() {
        String canary = "canaryofthepurged";
        String file = administrator
                .send(
                        "POST",
                        "/api/v1/attachments?name=log.txt",
                        BodyPublishers.ofString(canary),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode opened = tickets.open(Map.of("subject", canary, "description", canary, "attachments", List.of(file)));
        String ticket = opened.path("id").asText();
        administrator.get("/api/v1/attachments/" + file).expect(200);
        tickets.changing(ticket).delete(Tickets.path(ticket, "")).expect(200);
        tickets.changing(ticket).post(Tickets.path(ticket, "/purge"), "").expect(204);

        assertThat(administrator.get("/api/v1/attachments/" + file).status()).isEqualTo(404);
        for (String part : List.of("", "/thread", "/history", "/assignment/explanation", "/links", "/participants")) {
            assertThat(administrator.get(Tickets.path(ticket, part)).status())
                    .as(part)
                    .isIn(404, 410);
        }
        assertThat(administrator
                        .get("/api/v1/tickets/" + opened.path("number").asText())
                        .status())
                .isIn(404, 410);
        assertThat(Tickets.items(administrator.get("/api/v1/tickets?q=" + canary)))
                .isEmpty();
    }

    @Test
    void whatComesBackFromSpamIsTriagedAgain() {
        String ticket = put("spam");
        tickets.changing(ticket)
                .post(Tickets.path(ticket, "/restore"), Map.of())
                .expect(200);
        Patience.until(
                "triage speaks",
                () -> "done".equals(tickets.get(ticket).json().path("triage").asText()));
        assertThat(triaged(ticket)).isEqualTo(2);

        String thrown = put("trash");
        tickets.changing(thrown)
                .post(Tickets.path(thrown, "/restore"), Map.of())
                .expect(200);
        assertThat(tickets.get(thrown).json().path("triage").asText()).isEqualTo("done");
        assertThat(triaged(thrown)).isEqualTo(1);
    }

    private long triaged(String ticket) {
        return tickets.history(ticket).stream()
                .filter(event -> event.path("type").asText().equals("ticket.triaged"))
                .count();
    }

    private String put(String standing) {
        String subject = "Put " + standing;
        if (standing.equals("archived")) {
            return tickets.walk(subject, List.of("assigned", "resolved", "closed", "archived"));
        }
        String ticket = tickets.open(subject);
        switch (standing) {
            case "spam" ->
                tickets.changing(ticket)
                        .post(Tickets.path(ticket, "/spam"), Map.of())
                        .expect(200);
            case "trash" ->
                tickets.changing(ticket).delete(Tickets.path(ticket, "")).expect(200);
            default ->
                tickets.changing(ticket)
                        .post(Tickets.path(ticket, "/merge"), Map.of("into", tickets.open("The survivor")))
                        .expect(200);
        }
        return ticket;
    }

    private String team() {
        return administrator
                .post("/api/v1/teams", Map.of("name", "Team " + System.nanoTime()))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static void refused(Response answer) {
        assertThat(answer.expect(409).json().path("type").asText()).isEqualTo(REFUSED);
    }

    private static long number(String etag) {
        return Long.parseLong(etag.replace("\"", ""));
    }
}
