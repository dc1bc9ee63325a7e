package io.switchboard.it.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of surveys do over HTTP. */
final class SurveySteps {
    private SurveySteps() {}

    /** Every closing and every answer, as if the desk had died before it took note of what it had done. */
    static void allIsToldAgain(Http administrator) {
        for (String reaction : List.of("core.survey-closings", "core.survey-follow-ups")) {
            administrator
                    .post("/api/v1/reactions/" + reaction + "/replay", Map.of("from", "2020-01-01T00:00:00Z"))
                    .expect(204);
        }
        Patience.until(
                "all is told again",
                () -> Tickets.items(administrator.get("/api/v1/reactions")).stream()
                        .filter(reaction -> reaction.path("name").asText().startsWith("survey-"))
                        .allMatch(reaction -> reaction.path("backlog").asInt() == 0));
    }

    static void rate(RunningServer server, String link, String stars) {
        server.http()
                .post("/api/v1" + link, Map.of("answers", Map.of("stars", stars)))
                .expect(200);
    }

    /** Says what follows from a low score, and who gets the tasks. */
    static void policy(Http administrator, Map<String, String> desk) {
        Map<String, Object> policy = new HashMap<>(Map.of("desk", desk, "teams", Map.of()));
        policy.putAll(Map.of("answerableDays", 30, "correctableDays", 7, "askAgainDays", 30));
        administrator.with("If-Match", "*").put("/api/v1/survey-policy", policy).expect(200);
    }

    /** Returns the id of a supervisor who gets the tasks of the desk. */
    static String leadOf(RunningServer server, Http administrator, String team) {
        People people = new People(server, administrator);
        Http supervisor = people.agent("lead", "supervisor", people.team(team));
        String lead = supervisor
                .get("/api/v1/session")
                .expect(200)
                .json()
                .at("/user/id")
                .asText();
        policy(administrator, Map.of("lowScore", "task", "lead", lead));
        return lead;
    }

    static JsonNode survey(Tickets tickets, String ticket) {
        Patience.until("a survey", () -> !surveys(tickets, ticket).isEmpty());
        return surveys(tickets, ticket).get(0);
    }

    static List<JsonNode> surveys(Tickets tickets, String ticket) {
        return Tickets.items(tickets.caller().get(Tickets.path(ticket, "/surveys")));
    }

    static List<JsonNode> tasks(Http caller, String ticket) {
        return Tickets.items(caller.get(Tickets.path(ticket, "/tasks")));
    }

    static List<String> happened(Tickets tickets, String ticket) {
        return tickets.history(ticket).stream()
                .filter(event -> event.path("type").asText().equals("survey.changed"))
                .map(event -> event.at("/data/happened").asText())
                .toList();
    }

    static LetterBox letters(Path folder) throws IOException {
        return new LetterBox(Files.createDirectories(folder.resolve("letters")));
    }

    static String closed(Tickets tickets, String subject, String email) {
        return walked(tickets, subject, email, Map.of(), "closed");
    }

    static String walked(Tickets tickets, String subject, String email, Map<String, Object> more, String end) {
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted(subject));
        wanted.put("requester", Map.of("email", email));
        wanted.putAll(more);
        String ticket = tickets.open(wanted).path("id").asText();
        resolve(tickets, ticket);
        if (end.equals("closed")) {
            tickets.move(ticket, "closed").expect(200);
        }
        return ticket;
    }

    static void close(Tickets tickets, String ticket) {
        resolve(tickets, ticket);
        tickets.move(ticket, "closed").expect(200);
    }

    static void resolve(Tickets tickets, String ticket) {
        if (tickets.status(ticket).equals("new")) {
            tickets.move(ticket, "assigned").expect(200);
        }
        tickets.move(ticket, "resolved").expect(200);
    }

    static void daysPass(Http administrator, int days) {
        administrator
                .post("/api/v1/clock", Map.of("by", "PT" + days * 24 + "H"))
                .expect(200);
    }
}
