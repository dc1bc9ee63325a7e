package io.switchboard.it.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers say whether a solution works, by the link of a letter; silence closes the ticket (VE1, VE2, VE3). */
class VerificationIT {
    private static final String PLUGIN = "verify-closure";
    /** Whoever was closed is asked how it went besides. */
    private static final String PAGES = "verification";

    @Test
    void theCustomerAnswersByTheLinkOfALetterAndAScannerForNobody(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            LetterBox letters = letters(folder).install(administrator);
            new Plugins(administrator).install(PLUGIN);
            String ticket = resolved(tickets, "Printer <b>smokes</b>", "ada@example.org");
            String link = letters.await("ada@example.org", 1).path();

            looksChangeNothing(server, link);
            assertThat(tickets.status(ticket)).isEqualTo("resolved");
            noOpensItAgain(server, tickets, ticket, link);
            tickets.move(ticket, "resolved").expect(200);
            yesOnThePageClosesIt(
                    server, tickets, ticket, letters.await("ada@example.org", 2).path());
            everyLinkThatLeadsNowhereGetsTheSameAnswer(server, link);
            anAgentWhoClosesSaysHowItWasVerified(tickets);
        }
    }

    private static void looksChangeNothing(RunningServer server, String link) {
        Http scanner = server.http();
        String page = scanner.get(link).expect(200).text();
        assertThat(page)
                .contains("Does it work?", "Printer &lt;b&gt;smokes&lt;/b&gt;", "Restarted the print spooler")
                .doesNotContain("<script");
        scanner.send("HEAD", link, BodyPublishers.noBody(), Map.of()).expect(200);
        scanner.with("Sec-Purpose", "prefetch").get(link).expect(200);
        JsonNode asked = scanner.get("/api/v1" + link).expect(200).json();
        assertThat(asked.path("solution").asText()).isEqualTo("Restarted the print spooler");
        assertThat(asked.path("status").asText()).isEqualTo("resolved");
        scanner.send("HEAD", "/api/v1" + link, BodyPublishers.noBody(), Map.of())
                .expect(200);
        JsonNode problem = scanner.post("/api/v1" + link, Map.of("answer", "maybe"))
                .expect(400)
                .json();
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("answer");
        scanner.post("/api/v1" + link, Map.of("answer", "no", "comment", "x".repeat(10_001)))
                .expect(400);
        scanner.send("POST", link, BodyPublishers.noBody(), Map.of()).expect(400);
    }

    private static void noOpensItAgain(RunningServer server, Tickets tickets, String ticket, String link) {
        JsonNode answered = server.http()
                .post("/api/v1" + link, Map.of("answer", "no", "comment", "It smokes again"))
                .expect(200)
                .json();
        assertThat(answered.path("status").asText()).isEqualTo("reopened");
        assertThat(tickets.bodies(ticket)).contains("It smokes again");
        server.http().post("/api/v1" + link, Map.of("answer", "yes")).expect(410);
        assertThat(tickets.status(ticket)).isEqualTo("reopened");
    }

    private static void yesOnThePageClosesIt(RunningServer server, Tickets tickets, String ticket, String link) {
        String form = "answer=yes&comment=" + URLEncoder.encode("Läuft, danke für die Mühe", StandardCharsets.UTF_8);
        Map<String, String> type = Map.of("Content-Type", "application/x-www-form-urlencoded");
        Response thanks = server.http().send("POST", link, BodyPublishers.ofString(form), type);
        assertThat(thanks.expect(200).text()).contains("Thank you");
        JsonNode closed = tickets.get(ticket).expect(200).json();
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(closed.at("/resolution/verification").asText()).isEqualTo("confirmation");
        assertThat(closed.at("/resolution/closure").asText()).isEqualTo("confirmed");
        assertThat(tickets.bodies(ticket)).contains("Läuft, danke für die Mühe");
        server.http().send("POST", link, BodyPublishers.ofString(form), type).expect(410);
        assertThat(tickets.history(ticket))
                .extracting(event -> event.path("type").asText())
                .contains("verification.asked", "verification.answered");
    }

    private static void everyLinkThatLeadsNowhereGetsTheSameAnswer(RunningServer server, String used) {
        Response guessed = server.http().get("/api/v1/verification/" + "a".repeat(43));
        Response spent = server.http().get("/api/v1" + used);
        assertThat(guessed.status()).isEqualTo(410);
        assertThat(spent.status()).isEqualTo(410);
        assertThat(spent.json().path("detail")).isEqualTo(guessed.json().path("detail"));
        assertThat(server.http().get(used).expect(410).text())
                .isEqualTo(server.http().get("/verification/0").expect(410).text());
    }

    private static void anAgentWhoClosesSaysHowItWasVerified(Tickets tickets) {
        String ticket = resolved(tickets, "Tested by us", "bo@example.org");
        tickets.changing(ticket)
                .post(Tickets.path(ticket, "/transitions"), Map.of("to", "closed", "verification", "test"))
                .expect(200);
        JsonNode closed = tickets.get(ticket).expect(200).json();
        assertThat(closed.at("/resolution/verification").asText()).isEqualTo("test");
        assertThat(closed.at("/resolution/summary").asText()).isEqualTo("Restarted the print spooler");
    }

    @Test
    void silenceIsRemindedAfterADayAndClosesAfterTwoThoughTheServerIsKilled(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            LetterBox letters = letters(folder).install(administrator);
            new Plugins(administrator).install(PLUGIN);
            String team = administrator
                    .post("/api/v1/teams", Map.of("name", "Payments"))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            new Plugins(administrator).set(PLUGIN, Map.of("teams", List.of("Payments = 0, 96")));

            String silent = resolved(tickets, "Silent", "silent@example.org");
            String answered = resolved(tickets, "Answered", "answered@example.org");
            String thankful = resolved(tickets, "Thankful", "thankful@example.org");
            String spam = resolved(tickets, "Spam", "spam@example.org");
            String merged = resolved(tickets, "Merged", "merged@example.org");
            String slow = resolved(tickets, "Slow", "slow@example.org", team);
            for (String name : List.of("silent", "answered", "thankful", "spam", "merged", "slow")) {
                letters.await(name + "@example.org", 1);
            }
            tickets.say(answered, "customer", "It is broken again").expect(201);
            tickets.say(thankful, "customer", "Vielen Dank!").expect(201);
            administrator
                    .with("If-Match", tickets.version(spam))
                    .post(Tickets.path(spam, "/spam"), Map.of())
                    .expect(200);
            tickets.changing(merged)
                    .post(Tickets.path(merged, "/merge"), Map.of("into", answered))
                    .expect(200);
            hoursPass(administrator, 25);
            assertThat(letters.await("silent@example.org", 2).subject()).startsWith("Still to be answered");
            server.kill9();
            server.startAgain();
            theRestFollows(server, letters, List.of(silent, thankful), List.of(answered, slow), List.of(spam, merged));
            hoursPass(server.administrator(), 48);
            Tickets later = new Tickets(server.administrator());
            Patience.until(
                    "the closure of the slow one", () -> later.status(slow).equals("closed"));
            assertThat(letters.to("slow@example.org", PAGES)).hasSize(1);
        }
    }

    private static void theRestFollows(
            RunningServer server, LetterBox letters, List<String> closed, List<String> untouched, List<String> aside) {
        Http administrator = server.administrator();
        Tickets tickets = new Tickets(administrator);
        hoursPass(administrator, 24);
        for (String ticket : closed) {
            Patience.until("closure", () -> tickets.status(ticket).equals("closed"));
            assertThat(tickets.get(ticket)
                            .expect(200)
                            .json()
                            .at("/resolution/closure")
                            .asText())
                    .isEqualTo("not_confirmed");
        }
        untouched.forEach(
                ticket -> assertThat(tickets.status(ticket)).as(ticket).isIn("reopened", "resolved"));
        aside.forEach(ticket -> assertThat(tickets.status(ticket)).isEqualTo("resolved"));
        assertThat(letters.to("silent@example.org", PAGES)).hasSize(2);
        for (String name : List.of("answered", "thankful", "spam", "merged", "slow")) {
            assertThat(letters.to(name + "@example.org", PAGES)).as(name).hasSize(1);
        }
    }

    private static LetterBox letters(Path folder) throws IOException {
        return new LetterBox(Files.createDirectories(folder.resolve("letters")));
    }

    private static String resolved(Tickets tickets, String subject, String email) {
        return resolved(tickets, subject, email, null);
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

    private static void hoursPass(Http administrator, int hours) {
        administrator.post("/api/v1/clock", Map.of("by", "PT" + hours + "H")).expect(200);
    }
}
