package io.switchboard.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IN1 and CO4: a customer asks, follows and answers without signing in, and sees nothing that is not theirs. */
@SwitchboardServer
class PortalIT {
    private static final String PNG =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private static final String BOUNDARY = "fields-of-the-form";
    private static final Pattern LINK = Pattern.compile("href=\"(https?://[^\"]+/follow/[^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("<strong>(SB-[0-9]+)</strong>");

    private Http customer;
    private Http administrator;

    @BeforeEach
    void callers(RunningServer server) {
        customer = server.http();
        administrator = server.administrator();
    }

    @Test
    void whoeverAsksGetsANumberAndAPrivateLinkThatShowsTheRequest() {
        Response receipt =
                ask("Lost key", "Where is it?", "lost-key@example.org").expect(201);

        String page = customer.get(path(receipt)).expect(200).text();

        assertThat(page).contains("Lost key").contains("Where is it?").contains("It is in our queue");
    }

    @Test
    void whoseBrowserAsksForGermanReadsGerman() {
        Response receipt = ask("Kein Ton", "Die Lautsprecher sind stumm", "kein-ton@example.org");
        Http german = customer.with("Accept-Language", "fr, de-AT;q=0.9, en;q=0.5");

        Response front = german.get("/").expect(200);
        assertThat(front.text())
                .contains("<html lang=\"de\">", "Um Hilfe bitten")
                .doesNotContain("Ask for help");
        assertThat(front.header("Vary"))
                .hasValueSatisfying(names -> assertThat(names).contains("Accept-Language"));
        assertThat(german.get(path(receipt)).expect(200).text()).contains("Es wartet bei uns.", "Ihre Antwort");
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
            assertThat(customer.get(found(page, "<link rel=\"stylesheet\" href=\"(/x/intake-portal/look/[^\"]+)\""))
                            .expect(200)
                            .text())
                    .contains("--accent: light-dark(#1a6b4f, ");
            Response logo = customer.get(found(page, "<img src=\"([^\"]+)\""));
            assertThat(logo.expect(200).header("Content-Type")).hasValue("image/png");
        } finally {
            plugins.set("intake-portal", Map.of());
        }
        Patience.until(
                "the pages are as they come", () -> customer.get("/").text().contains("How can we help?"));
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    @Test
    void aReplyIsShownAndANoteIsNot() {
        Response receipt = ask("No sound", "The speakers are silent", "no-sound@example.org");
        post(number(receipt), "reply", "Turn the volume up");
        post(number(receipt), "note", "secret-remark-of-the-desk");

        String page = customer.get(path(receipt)).expect(200).text();

        assertThat(page).contains("Turn the volume up").doesNotContain("secret-remark-of-the-desk");
    }

    @Test
    void anAnswerLandsInTheThread() {
        Response receipt = ask("No light", "The lamp is dark", "no-light@example.org");

        form(path(receipt), Map.of("body", "It is the bulb")).expect(303);

        assertThat(administrator
                        .get("/api/v1/tickets/" + number(receipt) + "/thread")
                        .expect(200)
                        .text())
                .contains("It is the bulb");
    }

    @Test
    void theCustomerSaysOnThePageWhetherTheSolutionWorks() {
        Response receipt = ask("No heat", "The radiator is cold", "no-heat@example.org");
        String link = path(receipt);
        assertThat(customer.get(link).expect(200).text()).doesNotContain("Does it work?");
        resolve(number(receipt));
        assertThat(customer.get(link).expect(200).text()).contains("Does it work?", "Restarted the print spooler");

        form(link + "/verification", Map.of("answer", "perhaps")).expect(400);
        form(link + "/verification", Map.of("answer", "no", "comment", "Still cold"))
                .expect(303);
        assertThat(customer.get(link).expect(200).text())
                .contains("Still cold", "Somebody is working on it")
                .doesNotContain("Does it work?");
        resolve(number(receipt));
        form(link + "/verification", Map.of("answer", "yes")).expect(303);
        assertThat(customer.get(link).expect(200).text()).contains("Closed.").doesNotContain("Does it work?");
        form(link + "/verification", Map.of("answer", "no")).expect(410);
    }

    private void resolve(String number) {
        Tickets tickets = new Tickets(administrator);
        // Triage may assign it at any moment until it is done.
        Patience.until(
                "triage",
                () -> "done".equals(tickets.get(number).json().path("triage").asText()));
        if (tickets.status(number).equals("new")) {
            tickets.move(number, "assigned").expect(200);
        }
        tickets.move(number, "resolved").expect(200);
    }

    @Test
    void whatSomebodyWritesIsNeverMarkup() {
        Response receipt = ask("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "markup@example.org");

        String page = customer.get(path(receipt)).expect(200).text();

        assertThat(page).doesNotContain("<script").doesNotContain("<img").contains("&lt;script");
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
        Response refused = ask("Still here", "typed with care", "no address");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Email must be").contains("typed with care");
    }

    @Test
    void aFormOfAForeignPageIsRefused() {
        Response refused = customer.with("Origin", "https://evil.example")
                .send("POST", "/", BodyPublishers.ofString(multipart(fields("a", "b", "c@example.org"))), type());

        assertThat(refused.status()).isEqualTo(403);
    }

    private Response ask(String subject, String description, String email) {
        return form("/", fields(subject, description, email));
    }

    private static Map<String, String> fields(String subject, String description, String email) {
        return Map.of("subject", subject, "description", description, "name", "Bo", "email", email);
    }

    private Response form(String path, Map<String, String> fields) {
        return customer.send("POST", path, BodyPublishers.ofString(multipart(fields)), type());
    }

    private static Map<String, String> type() {
        return Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static String multipart(Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\n")
                .append("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("--" + BOUNDARY + "--\r\n").toString();
    }

    private void post(String number, String kind, String body) {
        administrator
                .post("/api/v1/tickets/" + number + "/messages", Map.of("kind", kind, "body", body))
                .expect(201);
    }

    private static String path(Response receipt) {
        return URI.create(found(LINK, receipt)).getPath();
    }

    private static String number(Response receipt) {
        return found(NUMBER, receipt);
    }

    private static String found(Pattern pattern, Response receipt) {
        Matcher matcher = pattern.matcher(receipt.text());
        assertThat(matcher.find()).as(receipt.text()).isTrue();
        return matcher.group(1);
    }
}
