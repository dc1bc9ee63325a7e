package io.switchboard.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IN1 and CO4: a customer asks, follows and answers without signing in, and sees nothing that is not theirs. */
@SwitchboardServer
class PortalIT {
    private static final String PNG =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private Visitor customer;
    private Http administrator;

    @BeforeEach
    void callers(RunningServer server) {
        customer = Visitor.of(server);
        administrator = server.administrator();
    }

    @Test
    void whoeverAsksGetsANumberAndAPrivateLinkThatShowsTheRequest() {
        Response receipt =
                customer.ask("Lost key", "Where is it?", "lost-key@example.org").expect(201);

        String page = customer.get(Visitor.path(receipt)).expect(200).text();

        assertThat(page).contains("Lost key").contains("Where is it?").contains("It is in our queue");
    }

    @Test
    void whoseBrowserAsksForGermanReadsGerman() {
        Response receipt = customer.ask("Kein Ton", "Die Lautsprecher sind stumm", "kein-ton@example.org");
        Visitor german = customer.with("Accept-Language", "fr, de-AT;q=0.9, en;q=0.5");

        Response front = german.get("/").expect(200);
        assertThat(front.text())
                .contains("<html lang=\"de\">", "Um Hilfe bitten")
                .doesNotContain("Ask for help");
        assertThat(front.header("Vary"))
                .hasValueSatisfying(names -> assertThat(names).contains("Accept-Language"));
        assertThat(german.get(Visitor.path(receipt)).expect(200).text()).contains("Es wartet bei uns.", "Ihre Antwort");
        assertThat(german.get("/follow/nowhere").text()).contains("Dieser Link gilt nicht mehr.");
        assertThat(customer.get("/").expect(200).text()).contains("<html lang=\"en\">", "Ask for help");
    }

    @Test
    void thePagesHaveTheNameTheColourAndTheLogoThatAdministratorsChose() {
        Plugins plugins = new Plugins(administrator);
        plugins.set(
                "intake-portal",
                Map.of(
                        "name",
                        "Nordwind <Help>",
                        "heading",
                        "What can we do for you?",
                        "color",
                        "#1a6b4f",
                        "logo",
                        PNG,
                        "links",
                        List.of("Imprint https://nordwind.example/imprint")));
        try {
            Patience.until(
                    "the pages have the name", () -> customer.get("/").text().contains("Nordwind &lt;Help&gt;"));
            String page = customer.get("/").expect(200).text();
            assertThat(page)
                    .contains("<h1>What can we do for you?</h1>", "href=\"https://nordwind.example/imprint\"")
                    .doesNotContain("How can we help?");
            assertThat(customer.get(Visitor.found(
                                    Pattern.compile("<link rel=\"stylesheet\" href=\"(/x/intake-portal/look/[^\"]+)\""),
                                    page))
                            .expect(200)
                            .text())
                    .contains("--accent: light-dark(#1a6b4f, ");
            Response logo = customer.get(Visitor.found(Pattern.compile("<img src=\"([^\"]+)\""), page));
            assertThat(logo.expect(200).header("Content-Type")).hasValue("image/png");
        } finally {
            plugins.set("intake-portal", Map.of());
        }
        Patience.until(
                "the pages are as they come", () -> customer.get("/").text().contains("How can we help?"));
    }

    @Test
    void aReplyIsShownAndANoteIsNot() {
        Response receipt = customer.ask("No sound", "The speakers are silent", "no-sound@example.org");
        post(Visitor.number(receipt), "reply", "Turn the volume up");
        post(Visitor.number(receipt), "note", "secret-remark-of-the-desk");

        String page = customer.get(Visitor.path(receipt)).expect(200).text();

        assertThat(page).contains("Turn the volume up").doesNotContain("secret-remark-of-the-desk");
    }

    @Test
    void aReplyLooksAsItWasWrittenAndBringsNothingThatRuns() {
        Response receipt = customer.ask("No picture", "The screen is <b>black</b>", "no-picture@example.org");
        String number = Visitor.number(receipt);
        reply(number, "markdown", "Turn it **off**\n\n- wait\n- [then](javascript:alert(1)) <script>alert(2)</script>");
        reply(number, "html", "<p>Or <em>call</em> us<script>alert(3)</script></p>");

        String page = customer.get(Visitor.path(receipt)).expect(200).text();

        assertThat(page)
                .contains(
                        "The screen is &lt;b&gt;black&lt;/b&gt;",
                        "<strong>off</strong>",
                        "<li>wait</li>",
                        "Or <em>call</em> us")
                .doesNotContain("<script>alert", "javascript:");
    }

    private void reply(String number, String format, String body) {
        administrator
                .post(Tickets.path(number, "/messages"), Map.of("kind", "reply", "format", format, "body", body))
                .expect(201);
    }

    @Test
    void thePageTellsWhenToExpectASolutionAndWhoHasTheNextMove() {
        Response receipt = customer.ask("No water", "The tap is dry", "no-water@example.org");
        String number = Visitor.number(receipt);
        Tickets tickets = new Tickets(administrator);
        assertThat(customer.get(Visitor.path(receipt)).expect(200).text()).contains("Next move: us");
        triaged(number);
        tickets.changing(number)
                .patch(Tickets.path(number, ""), Map.of("expectedResolutionAt", "2042-05-17T10:00:00Z"))
                .expect(200);
        if (tickets.status(number).equals("new")) {
            tickets.move(number, "assigned").expect(200);
        }
        tickets.move(number, "waiting_for_customer").expect(200);

        assertThat(customer.get(Visitor.path(receipt)).expect(200).text())
                .contains("You can expect a solution by 17 May 2042, 10:00 UTC.", "Next move: you");
    }

    @Test
    void filesOfTheThreadAreGivenBehindItsLinkAndThoseOfNotesAreNot() {
        Response receipt = customer.ask("No paper", "The tray is empty", "no-paper@example.org");
        String number = Visitor.number(receipt);
        String link = Visitor.path(receipt);
        String shown = attached(number, "reply", "<b>how to</b>.html");
        String hidden = attached(number, "note", "inside.txt");

        assertThat(customer.get(link).expect(200).text())
                .contains("href=\"" + link + "/files/" + shown + "\"")
                .doesNotContain("inside.txt");
        Response file = customer.get(link + "/files/" + shown).expect(200);
        assertThat(file.text()).isEqualTo("<p>content</p>");
        assertThat(file.header("Content-Disposition").orElseThrow()).startsWith("attachment; ");
        assertThat(file.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
        String other = Visitor.path(customer.ask("Other", "Of the same person", "no-paper@example.org"));
        String gone =
                customer.get(link + "/files/" + UUID.randomUUID()).expect(404).text();
        assertThat(customer.get(link + "/files/" + hidden).expect(404).text()).isEqualTo(gone);
        assertThat(customer.get(other + "/files/" + shown).expect(404).text()).isEqualTo(gone);
        assertThat(customer.get(link + "/files/x").expect(404).text()).isEqualTo(gone);
        customer.get("/follow/nowhere/files/" + shown).expect(410);
    }

    private String attached(String number, String kind, String name) {
        String file = administrator
                .send(
                        "POST",
                        "/api/v1/attachments?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                        BodyPublishers.ofString("<p>content</p>"),
                        Map.of("Content-Type", "application/octet-stream"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        administrator
                .post(
                        "/api/v1/tickets/" + number + "/messages",
                        Map.of("kind", kind, "body", "see the file", "attachments", List.of(file)))
                .expect(201);
        return file;
    }

    @Test
    void anAnswerLandsInTheThread() {
        Response receipt = customer.ask("No light", "The lamp is dark", "no-light@example.org");

        customer.form(Visitor.path(receipt), Map.of("body", "It is the bulb")).expect(303);

        assertThat(administrator
                        .get("/api/v1/tickets/" + Visitor.number(receipt) + "/thread")
                        .expect(200)
                        .text())
                .contains("It is the bulb");
    }

    @Test
    void theCustomerSaysOnThePageWhetherTheSolutionWorks() {
        Response receipt = customer.ask("No heat", "The radiator is cold", "no-heat@example.org");
        String link = Visitor.path(receipt);
        assertThat(customer.get(link).expect(200).text()).doesNotContain("Does it work?");
        resolve(Visitor.number(receipt));
        assertThat(customer.get(link).expect(200).text()).contains("Does it work?", "Restarted the print spooler");

        customer.form(link + "/verification", Map.of("answer", "perhaps")).expect(400);
        customer.form(link + "/verification", Map.of("answer", "no", "comment", "Still cold"))
                .expect(303);
        assertThat(customer.get(link).expect(200).text())
                .contains("Still cold", "Somebody is working on it")
                .doesNotContain("Does it work?");
        resolve(Visitor.number(receipt));
        customer.form(link + "/verification", Map.of("answer", "yes")).expect(303);
        assertThat(customer.get(link).expect(200).text()).contains("Closed.").doesNotContain("Does it work?");
        customer.form(link + "/verification", Map.of("answer", "no")).expect(410);
    }

    /** Triage may assign it at any moment until it is done. */
    private void triaged(String number) {
        Tickets tickets = new Tickets(administrator);
        Patience.until(
                "triage",
                () -> "done".equals(tickets.get(number).json().path("triage").asText()));
    }

    private void resolve(String number) {
        Tickets tickets = new Tickets(administrator);
        triaged(number);
        if (tickets.status(number).equals("new")) {
            tickets.move(number, "assigned").expect(200);
        }
        tickets.move(number, "resolved").expect(200);
    }

    @Test
    void whatSomebodyWritesIsNeverMarkup() {
        Response receipt =
                customer.ask("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "markup@example.org");

        String page = customer.get(Visitor.path(receipt)).expect(200).text();

        assertThat(page).doesNotContain("<script>alert").doesNotContain("<img").contains("&lt;script");
    }

    @Test
    void everyLinkThatLeadsNowhereGetsTheSameAnswer() {
        Response guessed = customer.get("/follow/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        Response odd = customer.get("/follow/0");

        assertThat(guessed.status()).isEqualTo(410);
        assertThat(odd.status()).isEqualTo(410);
        assertThat(odd.text()).isEqualTo(guessed.text());
    }

    @Test
    void whatIsMissingIsNamedAndWhatWasTypedIsKept() {
        Response refused = customer.ask("Still here", "typed with care", "no address");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Email must be").contains("typed with care");
    }

    @Test
    void aFormOfAForeignPageIsRefused() {
        Response refused = customer.with("Origin", "https://evil.example").ask("a", "b", "c@example.org");

        assertThat(refused.status()).isEqualTo(403);
    }

    private void post(String number, String kind, String body) {
        administrator
                .post("/api/v1/tickets/" + number + "/messages", Map.of("kind", kind, "body", body))
                .expect(201);
    }
}
