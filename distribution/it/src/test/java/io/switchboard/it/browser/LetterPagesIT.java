package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages to which the desk's letters lead: for everybody, without a script, in the language of who gets the letter. */
class LetterPagesIT {
    private static final Look GERMAN = new Look(1440, ColorScheme.LIGHT, "de-DE");

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static Http administrator;
    private static Tickets tickets;
    private static LetterBox letters;

    @BeforeAll
    static void begin(@TempDir Path folder) throws IOException {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        tickets = new Tickets(administrator);
        letters = new LetterBox(Files.createDirectories(folder.resolve("letters"))).install(administrator);
        new Plugins(administrator).install("verify-closure");
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void theQuestionWhetherItWorksIsForEverybodyInBothThemesAndOnAPhone(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        String mail = "ada" + look + "@example.org";
        resolved("Ada", mail, "en");
        try (Screen screen = chromium.open(server.address(), look)) {
            open(screen, letters.await(mail, 1).path());
            assertThat(screen.at("h1")).hasText("Does it work?");
            shown(screen, "verification", look);
            screen.page().getByText("Yes, it works").click();
            assertThat(screen.at("h1")).hasText("Thank you");
            shown(screen, "verification-answered", look);
            open(screen, letters.await(mail, 1).path());
            assertThat(screen.at("h1")).containsText("not valid any more");
            shown(screen, "verification-gone", look);
        }
    }

    @Test
    void whoReadsGermanIsAskedInGermanAndAnswersInGerman() {
        String ticket = resolved("Uwe", "uwe@example.org", "de-DE");
        LetterBox.Letter letter = letters.await("uwe@example.org", 1);
        assertThat(letter.subject()).startsWith("Hilft die Lösung von ");
        assertThat(letter.text())
                .contains("wurde gelöst.", "Restarted the print spooler", "Ohne Antwort schließen wir")
                .doesNotContain("{{", "Does it work", "was solved");
        try (Screen screen = chromium.open(server.address(), GERMAN)) {
            open(screen, letter.path());
            assertThat(screen.at("html")).hasAttribute("lang", "de");
            shown(screen, "verification-german", GERMAN);
            screen.page().getByLabel("Möchten Sie etwas dazu sagen?").fill("Er raucht wieder");
            screen.page().getByText("Nein, es funktioniert nicht").click();
            assertThat(screen.at("h1")).hasText("Vielen Dank");
        }
        assertThat(tickets.status(ticket)).isEqualTo("reopened");
        assertThat(tickets.bodies(ticket)).contains("Er raucht wieder");
    }

    @Test
    void aGermanAgentIsInvitedInGermanAndChoosesAPassword() {
        String agent = made(
                "/api/v1/agents",
                Map.of(
                        "name",
                        "Bea",
                        "email",
                        "bea@example.org",
                        "roles",
                        List.of("agent"),
                        "languages",
                        List.of("fr", "de", "en")));
        administrator.post("/api/v1/invitations", Map.of("person", agent)).expect(201);
        LetterBox.Letter letter = letters.await("bea@example.org", 1);
        assertThat(letter.subject()).isEqualTo("Sie sind eingeladen");
        assertThat(letter.text()).contains("innerhalb von sieben Tagen").doesNotContain("{{");
        try (Screen screen = chromium.open(server.address(), GERMAN)) {
            open(screen, letter.path());
            assertThat(screen.at("h1")).hasText("Passwort wählen");
            shown(screen, "invitation-german", GERMAN);
            screen.page().getByLabel("Neues Passwort").fill("ein Passwort für Bea");
            screen.page().getByText("Passwort speichern").click();
            assertThat(screen.at("h1")).hasText("Ihr Passwort ist gespeichert");
        }
        server.http().signIn("bea@example.org", "ein Passwort für Bea");
    }

    @Test
    void aGermanCustomerSignsInByALinkInGerman() {
        String customer =
                made("/api/v1/customers", Map.of("name", "Kai", "email", "kai@example.org", "language", "de"));
        administrator
                .post("/api/v1/customers/" + customer + "/sign-in-link", Map.of())
                .expect(201);
        LetterBox.Letter letter = letters.await("kai@example.org", 1);
        assertThat(letter.subject()).isEqualTo("Ein Link zum Anmelden für Sie");
        try (Screen screen = chromium.open(server.address(), GERMAN)) {
            open(screen, letter.path());
            shown(screen, "sign-in-german", GERMAN);
            screen.page().locator("button").click();
            assertThat(screen.at("h1")).hasText("Sie sind angemeldet");
            assertThat(screen.page().getByText("Zum Helpdesk")).isVisible();
        }
    }

    private static String resolved(String name, String mail, String language) {
        made("/api/v1/customers", Map.of("name", name, "email", mail, "language", language));
        String ticket = tickets.open(Map.of(
                        "subject", "The printer smokes",
                        "description", "since this morning",
                        "requester", Map.of("email", mail)))
                .path("id")
                .asText();
        if (tickets.status(ticket).equals("new")) {
            tickets.move(ticket, "assigned").expect(200);
        }
        tickets.move(ticket, "resolved").expect(200);
        return ticket;
    }

    private static String made(String path, Map<String, ?> wanted) {
        return administrator.post(path, wanted).expect(201).json().path("id").asText();
    }

    private static void open(Screen screen, String path) {
        screen.page().navigate(server.address().resolve(path).toString());
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody(page, look);
    }
}
