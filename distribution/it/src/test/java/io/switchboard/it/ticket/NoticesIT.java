package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers and agents are told what happened to their tickets, each as they chose (CO2). */
class NoticesIT {
    private static final String ADA = "ada@example.org";
    private static final String TEXTS = "/api/v1/notice-texts/";

    @Test
    void customersGetLettersAndAgentsANotificationEachOnceThoughTheServerIsKilled(@TempDir Path folder)
            throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            LetterBox letters =
                    new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
            new Plugins(administrator).install("notify");
            Http ann = new People(server, administrator)
                    .agent("ann", "agent", new People(server, administrator).team("Printers"));
            textsAreReplacedAndPreviewed(administrator, ann);

            Map<String, Object> wanted = new HashMap<>(Tickets.wanted("Printer smokes"));
            wanted.put("requester", Map.of("email", ADA, "name", "Ada"));
            String ticket = new Tickets(administrator).open(wanted).path("id").asText();
            assertThat(letters.await(ADA, "We have got your request", 1).text()).contains("Printer smokes");
            Patience.until("ann is told", () -> notifications(ann).contains("assigned"));

            Tickets tickets = new Tickets(ann);
            tickets.say(ticket, "note", "a secret remark").expect(201);
            tickets.say(ticket, "reply", "Open a window").expect(201);
            assertThat(letters.await(ADA, "News of SB-", 1).text()).isEqualTo("Open a window, says ann\n");
            assertThat(letters.to(ADA).toString()).doesNotContain("a secret remark");

            tickets.say(ticket, "reply", "And call the fire brigade").expect(201);
            server.kill9();
            server.startAgain();
            letters.await(ADA, "News of SB-", 2);
            new Tickets(server.administrator())
                    .say(ticket, "reply", "Are you well?")
                    .expect(201);
            letters.await(ADA, "News of SB-", 3);
            assertThat(letters.to(ADA))
                    .extracting(LetterBox.Letter::text)
                    .contains("And call the fire brigade, says ann\n", "Are you well?, says Administrator\n");
            assertThat(letters.to(ADA)).hasSize(4);
        }
    }

    private static String notifications(Http agent) {
        return agent.get("/api/v1/notifications").expect(200).text();
    }

    private static void textsAreReplacedAndPreviewed(Http administrator, Http agent) {
        agent.get(TEXTS + "replied/en").expect(403);
        administrator.get(TEXTS + "replied/fr").expect(404);
        administrator.get(TEXTS + "birthday/en").expect(404);
        Map<String, String> own =
                Map.of("subject", "News of {{ticket.number}}", "body", "{{message.text}}, says {{agent.name}}\n");
        administrator.put(TEXTS + "replied/en", own).expect(428);
        Http current = administrator.with(
                "If-Match",
                administrator
                        .get(TEXTS + "replied/en")
                        .expect(200)
                        .header("ETag")
                        .orElseThrow());
        current.put(TEXTS + "replied/en", Map.of("subject", "{{nothing}}", "body", "x"))
                .expect(400);
        current.put(TEXTS + "replied/en", Map.of("subject", "two\nlines", "body", "x"))
                .expect(400);
        current.put(TEXTS + "replied/en", own).expect(200);
        current.put(TEXTS + "replied/en", own).expect(412);
        String ticket = new Tickets(administrator).open("A ticket to look at");
        Map<String, Object> draft = new HashMap<>(own);
        draft.put("ticket", ticket);
        assertThat(administrator
                        .post(TEXTS + "replied/preview", draft)
                        .expect(200)
                        .json()
                        .path("subject")
                        .asText())
                .startsWith("News of SB-");
        administrator.post(TEXTS + "birthday/preview", draft).expect(404);
    }
}
