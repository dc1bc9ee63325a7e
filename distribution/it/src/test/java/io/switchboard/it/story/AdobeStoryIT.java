package io.switchboard.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
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
 * Accounting cannot open Adobe files: questions are asked and answered, the customer is waited for twice, an update of the operating
 * system is the cause, and the solution is confirmed by a link and rated.
 */
class AdobeStoryIT {
    private static final String ADDRESS = "accounting@bank.example";
    private static final String CATEGORY = "technical-issues";

    @Test
    void accountingOpensItsFilesAgainAndSaysHowItWas(@TempDir Path folder) throws IOException {
        try (StoryDesk desk = StoryDesk.in(folder)) {
            String team = desk.team("Workplace", Map.of());
            Http ann = desk.people.agent("ann", "agent", team);
            questions(desk.administrator);
            String ticket = ask(desk);
            desk.plugInEverything();
            desk.give(ticket, team, StoryDesk.self(ann));

            whatIsMissingIsAskedAndAnswered(desk, ann, ticket);
            theCustomerIsWaitedFor(desk, ann, ticket, "Did you install anything lately?", "Windows did, on Monday");
            theCustomerIsWaitedFor(desk, ann, ticket, "Please take that update back and try again", "Now they open");
            desk.resolve(ann, ticket, "configuration_change", "Took back the update of the operating system");
            desk.confirm(ADDRESS, 1);
            JsonNode closed = desk.read(ticket);
            assertThat(closed.path("status").asText()).isEqualTo("closed");
            assertThat(closed.at("/resolution/kind").asText()).isEqualTo("configuration_change");
            assertThat(closed.at("/resolution/verification").asText()).isEqualTo("confirmation");
            itIsRated(desk, ticket);
            desk.unplugEverything();
            assertThat(survey(desk, ticket).toString()).contains("quick and friendly");
        }
    }

    private static void questions(Http administrator) {
        Map<String, Object> sets = Map.of(
                "sets",
                List.of(Map.of(
                        "category",
                        CATEGORY,
                        "questions",
                        List.of(
                                Map.of("id", "since", "text", "Since when?", "kind", "text", "required", true),
                                Map.of("id", "users", "text", "How many are affected?", "kind", "number")))));
        administrator
                .with("If-Match", "*")
                .put("/api/v1/diagnostic-questions", sets)
                .expect(200);
    }

    private static String ask(StoryDesk desk) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted("Adobe files do not open"));
        wanted.put("requester", Map.of("email", ADDRESS, "name", "Accounting"));
        wanted.put("category", CATEGORY);
        return desk.tickets.open(wanted).path("id").asText();
    }

    private static void whatIsMissingIsAskedAndAnswered(StoryDesk desk, Http ann, String ticket) {
        String path = Tickets.path(ticket, "/diagnostics");
        assertThat(ann.get(path).expect(200).json().path("missing").toString()).contains("since");
        JsonNode answered = new Tickets(ann)
                .changing(ticket)
                .put(path, Map.of("answers", Map.of("since", "Monday", "users", 6)))
                .expect(200)
                .json();
        assertThat(answered.path("missing")).isEmpty();
        assertThat(desk.read(ticket).at("/fields/diagnostic.users").asInt()).isEqualTo(6);
    }

    private static void theCustomerIsWaitedFor(
            StoryDesk desk, Http ann, String ticket, String question, String answer) {
        Tickets tickets = new Tickets(ann);
        tickets.say(ticket, "reply", question).expect(201);
        tickets.move(ticket, "waiting_for_customer").expect(200);
        desk.pass("PT3H");
        desk.tickets.say(ticket, "customer", answer).expect(201);
        Patience.until("it is back at work", () -> !tickets.status(ticket).equals("waiting_for_customer"));
    }

    private static void itIsRated(StoryDesk desk, String ticket) {
        Patience.until("the survey", () -> !surveys(desk, ticket).isEmpty());
        String link = desk.letter(ADDRESS, "How ", 1).path();
        desk.server.http().get(link).expect(200);
        assertThat(survey(desk, ticket).toString()).doesNotContain("quick and friendly");
        desk.server
                .http()
                .post("/api/v1" + link, Map.of("answers", Map.of("stars", "5", "comment", "quick and friendly")))
                .expect(200);
        assertThat(survey(desk, ticket).toString()).contains("quick and friendly");
    }

    private static JsonNode survey(StoryDesk desk, String ticket) {
        return surveys(desk, ticket).get(0);
    }

    private static List<JsonNode> surveys(StoryDesk desk, String ticket) {
        return Tickets.items(desk.administrator.get(Tickets.path(ticket, "/surveys")));
    }
}
