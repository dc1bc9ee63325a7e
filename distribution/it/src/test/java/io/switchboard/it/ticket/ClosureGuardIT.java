package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a queue asks for before a ticket is closed, with the plugin as the distribution brings it (CS1). */
class ClosureGuardIT {
    private static final String GUARD = "guard-closure";

    @Test
    void aTicketIsClosedWhenAllIsThereThatItsQueueAsksFor(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            LetterBox letters =
                    new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
            Plugins plugins = new Plugins(administrator);
            plugins.install(GUARD);
            plugins.install("verify-closure");
            String lenient = administrator
                    .post("/api/v1/teams", Map.of("name", "Lenient"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            plugins.set(GUARD, Map.of("teams", List.of("Lenient = none")));

            whatIsMissingIsNamedAtOnce(tickets);
            aQueueMayAskForNothing(tickets, lenient);
            theCustomersYesIsKeptUntilTheRestIsThere(server, tickets, letters);
            silenceClosesWhenTheRestIsThere(administrator, tickets);
        }
    }

    private static void whatIsMissingIsNamedAtOnce(Tickets tickets) {
        String ticket = resolved(tickets, "Bare", "bare@example.org", null);
        String task = tickets.caller()
                .post(Tickets.path(ticket, "/tasks"), Map.of("title", "Order new rollers"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        Response refused = tickets.move(ticket, "closed").expect(422);
        assertThat(refused.json().path("type").asText()).endsWith(":guard-refused");
        assertThat(codes(refused.json().path("reasons")))
                .containsExactly("not-confirmed", "category-missing", "time-missing", "tasks-open");
        JsonNode closing = Json.list(tickets.caller()
                        .get(Tickets.path(ticket, "/transitions"))
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(legal -> legal.toString().contains("closed"))
                .findFirst()
                .orElseThrow();
        assertThat(closing.toString()).contains("not-confirmed", "category-missing", "time-missing", "tasks-open");
        complete(tickets, ticket);
        Map<String, String> confirmed = Map.of("to", "closed", "verification", "confirmation");
        Response open = tickets.changing(ticket).post(Tickets.path(ticket, "/transitions"), confirmed);
        assertThat(codes(open.expect(422).json().path("reasons"))).containsExactly("tasks-open");
        tickets.caller()
                .with("If-Match", "*")
                .patch(Tickets.path(ticket, "/tasks/" + task), Map.of("done", true))
                .expect(200);
        tickets.changing(ticket)
                .post(Tickets.path(ticket, "/transitions"), confirmed)
                .expect(200);
        assertThat(tickets.status(ticket)).isEqualTo("closed");
    }

    private static void aQueueMayAskForNothing(Tickets tickets, String team) {
        String ticket = resolved(tickets, "Lenient", "lenient@example.org", team);
        tickets.move(ticket, "closed").expect(200);
    }

    private static void theCustomersYesIsKeptUntilTheRestIsThere(
            RunningServer server, Tickets tickets, LetterBox letters) {
        String ticket = resolved(tickets, "Confirmed", "ada@example.org", null);
        String link = letters.await("ada@example.org", 1).path();
        server.http().post("/api/v1" + link, Map.of("answer", "yes")).expect(200);
        JsonNode waiting = tickets.get(ticket).expect(200).json();
        assertThat(waiting.path("status").asText()).isEqualTo("resolved");
        assertThat(waiting.at("/resolution/verification").asText()).isEqualTo("confirmation");
        assertThat(tickets.history(ticket).toString())
                .contains("Give the ticket a category", "Record the time that was worked on it");
        complete(tickets, ticket);
        tickets.move(ticket, "closed").expect(200);
        assertThat(tickets.get(ticket)
                        .expect(200)
                        .json()
                        .at("/resolution/closure")
                        .asText())
                .isEqualTo("confirmed");
    }

    private static void silenceClosesWhenTheRestIsThere(Http administrator, Tickets tickets) {
        String ticket = resolved(tickets, "Silent", "silent@example.org", null);
        Patience.until("the question", () -> tickets.history(ticket).toString().contains("verification.asked"));
        administrator.post("/api/v1/clock", Map.of("by", "PT48H")).expect(200);
        Patience.until("the remark", () -> tickets.history(ticket).toString().contains("The customer's time is over"));
        assertThat(tickets.status(ticket)).isEqualTo("resolved");
        complete(tickets, ticket);
        administrator.post("/api/v1/clock", Map.of("by", "PT2H")).expect(200);
        Patience.until("the closure", () -> tickets.status(ticket).equals("closed"));
    }

    private static List<String> codes(JsonNode reasons) {
        return Json.list(reasons).stream()
                .map(reason -> reason.path("code").asText())
                .toList();
    }

    private static void complete(Tickets tickets, String ticket) {
        tickets.caller()
                .post(Tickets.path(ticket, "/time"), Map.of("minutes", 15))
                .expect(201);
        tickets.changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("category", "technical-issues"))
                .expect(200);
    }

    private static String resolved(Tickets tickets, String subject, String email, @Nullable String team) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted(subject));
        wanted.put("requester", Map.of("email", email));
        String ticket = tickets.open(wanted).path("id").asText();
        if (team != null) {
            tickets.changing(ticket)
                    .put(Tickets.path(ticket, "/assignment"), Map.of("team", team))
                    .expect(200);
        }
        if (tickets.status(ticket).equals("new")) {
            tickets.move(ticket, "assigned").expect(200);
        }
        tickets.move(ticket, "resolved").expect(200);
        return ticket;
    }
}
