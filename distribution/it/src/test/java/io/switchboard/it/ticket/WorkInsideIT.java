package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks, working time and drafts inside a ticket, over HTTP and over a kill (CO5, CS1). */
class WorkInsideIT {
    @Test
    void whatIsKeptInsideATicketIsThereAfterAKillAndTheTicketDidNotChangeByIt(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            People people = People.of(server);
            String team = people.team("Printers");
            people.agent("ann", "agent", team);
            String ticket = tickets.open("Printer");
            String version = tickets.version(ticket);
            String ann = person(administrator, "ann");

            JsonNode task = tasksAreMadeChangedAndDone(administrator, ticket, ann);
            String entry = timeIsRecordedAndCorrected(administrator, ticket, ann);
            administrator
                    .put(Tickets.path(ticket, "/drafts"), Map.of("kind", "reply", "body", "Dear Ada,"))
                    .expect(200);
            assertThat(tickets.version(ticket)).isEqualTo(version);

            server.kill9();
            server.startAgain();
            Http again = server.administrator();
            assertThat(titles(again, ticket)).containsExactly("Read the log", "Call the vendor");
            assertThat(again.get(Tickets.path(
                                    ticket, "/tasks/" + task.path("id").asText()))
                            .expect(200)
                            .header("ETag"))
                    .contains("\"2\"");
            JsonNode sheet =
                    again.get(Tickets.path(ticket, "/time")).expect(200).json();
            assertThat(sheet.path("totalMinutes").asLong()).isEqualTo(45);
            assertThat(sheet.at("/items/0/id").asText()).isEqualTo(entry);
            JsonNode read = new Tickets(again).get(ticket).json();
            assertThat(read.path("openTasks").asInt()).isEqualTo(1);
            assertThat(read.path("minutesRecorded").asInt()).isEqualTo(45);
            draftsGoWhenTheyAreSent(again, server, ticket);
        }
    }

    private static JsonNode tasksAreMadeChangedAndDone(Http administrator, String ticket, String ann) {
        String tasks = Tickets.path(ticket, "/tasks");
        JsonNode call = administrator
                .post(tasks, Map.of("title", "Call the vendor", "assignee", ann, "due", "2030-01-01T00:00:00Z"))
                .expect(201)
                .json();
        assertThat(call.at("/assignee/name").asText()).isEqualTo("ann");
        administrator.post(tasks, Map.of("title", "Read the log", "order", 0)).expect(201);
        for (String wrong : List.of(
                "{}",
                "{\"title\":\" \"}",
                "{\"title\":\"x\",\"assignee\":\"nobody\"}",
                "{\"title\":\"x\",\"order\":-1}",
                "{\"title\":\"x\",\"due\":\"tomorrow\"}",
                "{\"title\":\"x\",\"colour\":\"red\"}")) {
            administrator.post(tasks, wrong).expect(400);
        }
        String path = tasks + "/" + call.path("id").asText();
        administrator.patch(path, Map.of("done", true)).expect(428);
        administrator
                .with("If-Match", "\"9\"")
                .patch(path, Map.of("done", true))
                .expect(412);
        JsonNode done = administrator
                .with("If-Match", "\"1\"")
                .patch(path, Map.of("done", true))
                .expect(200)
                .json();
        assertThat(done.path("done").asBoolean()).isTrue();
        assertThat(done.path("doneAt").isNull()).isFalse();
        assertThat(titles(administrator, ticket)).containsExactly("Read the log", "Call the vendor");
        return done;
    }

    private static String timeIsRecordedAndCorrected(Http administrator, String ticket, String ann) {
        String time = Tickets.path(ticket, "/time");
        JsonNode made = administrator
                .post(time, Map.of("minutes", 30, "agent", ann, "kind", "research", "note", "read the log"))
                .expect(201)
                .json();
        for (String wrong : List.of(
                "{}",
                "{\"minutes\":0}",
                "{\"minutes\":1441}",
                "{\"minutes\":\"30\"}",
                "{\"minutes\":1,\"kind\":\"sleep\"}",
                "{\"minutes\":1,\"at\":\"2199-01-01T00:00:00Z\"}")) {
            administrator.post(time, wrong).expect(400);
        }
        String path = time + "/" + made.path("id").asText();
        administrator
                .with("If-Match", "\"1\"")
                .patch(path, Map.of("minutes", 45))
                .expect(200);
        String removed = administrator
                .post(time, Map.of("minutes", 5))
                .expect(201)
                .json()
                .path("id")
                .asText();
        administrator.with("If-Match", "*").delete(time + "/" + removed).expect(204);
        administrator.get(time + "/" + removed).expect(404);
        String history = new Tickets(administrator).history(ticket).toString();
        assertThat(history).contains("time.minutes", "corrected", "removed", "task.done");
        return made.path("id").asText();
    }

    private static void draftsGoWhenTheyAreSent(Http author, RunningServer server, String ticket) {
        String drafts = Tickets.path(ticket, "/drafts");
        assertThat(Tickets.items(author.get(drafts)))
                .singleElement()
                .satisfies(draft -> assertThat(draft.path("body").asText()).isEqualTo("Dear Ada,"));
        assertThat(Tickets.items(server.administrator().get(drafts)).size()).isEqualTo(1);
        Http ann = server.http().signIn(People.address("ann"), "a password for this test");
        assertThat(Tickets.items(ann.get(drafts))).isEmpty();
        Response stale = author.with("If-Match", "\"7\"").put(drafts, Map.of("kind", "reply", "body", "Other"));
        assertThat(stale.status()).isEqualTo(412);
        author.put(drafts, Map.of("kind", "letter", "body", "x")).expect(400);
        author.put(drafts, Map.of("kind", "note", "body", "Hm")).expect(200);
        new Tickets(author).say(ticket, "reply", "Dear Ada, restart it").expect(201);
        assertThat(Tickets.items(author.get(drafts)))
                .singleElement()
                .satisfies(draft -> assertThat(draft.path("kind").asText()).isEqualTo("note"));
        author.delete(drafts + "?kind=note").expect(204);
        author.delete(drafts + "?kind=note").expect(404);
    }

    private static List<String> titles(Http caller, String ticket) {
        return Tickets.items(caller.get(Tickets.path(ticket, "/tasks"))).stream()
                .map(task -> task.path("title").asText())
                .toList();
    }

    private static String person(Http administrator, String name) {
        return administrator
                .get("/api/v1/agents?q=" + name)
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
    }
}
