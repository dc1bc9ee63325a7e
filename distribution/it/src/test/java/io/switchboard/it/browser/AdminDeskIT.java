package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What administrators set up beside plugins, people and categories: update sites, quarantine, templates, questions. */
class AdminDeskIT {
    private static final Pattern ONE_PLUGIN = Pattern.compile("/api/v1/plugins/survey-rating$");
    private static final Pattern OPERATION = Pattern.compile("/api/v1/plugins/survey-rating/operation$");
    private static final Pattern OFFERED = Pattern.compile("/api/v1/plugins/available");
    private static final String LINES = """
            {"calls": [], "subscriptions": [],
             "hanging": [{"socket": "SurveyProvider", "thread": "plugin survey-rating 3", "since": "2026-03-01T08:00:00Z", "burning": true}],
             "log": [{"at": "2026-03-01T08:02:00Z", "level": "ERROR", "logger": "io.switchboard.survey", "message": "The form cannot be drawn: no scale"},
               {"at": "2026-03-01T08:01:00Z", "level": "INFO", "logger": "io.switchboard.survey", "message": "Began with 5 steps"}]}""";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static Http administrator;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
    }

    @Test
    void aSiteIsTrustedReadAgainRefusedWithItsReasonAndTrustedNoLonger(@TempDir Path folder) throws IOException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Path key = folder.resolve("key");
        String publicKey = CommandRun.of("site", "key", key.toString()).output().strip();
        Files.write(site.resolve("from-site-1.0.0.jar"), Plugins.archive("from-site", "IntakeChannel", "1.0.0"));
        build(site, key);
        try (Screen screen = entered(Look.USUAL).visit("/admin/sites")) {
            assertThat(screen.at(".state h2")).hasText("The desk trusts no update site");
            screen.at(".state button").click();
            screen.at("#site-name").fill("Not A Name");
            screen.at("#site-address").fill(site.toString());
            screen.at("#site-key").fill(publicKey);
            press(screen, "Trust this site");
            assertThat(screen.at("#site-name")).hasAttribute("aria-invalid", "true");
            screen.at("#site-name").fill("example");
            press(screen, "Trust this site");
            Locator card = screen.at(".card.site");
            assertThat(card).containsText("1 plugin");
            assertThat(screen.at("dialog[open]")).hasCount(0);
            screen.isAccessible("a site");

            Files.writeString(site.resolve("switchboard-site.json"), "{}");
            press(screen, "Read again");
            assertThat(card.locator(".why")).containsText("not signed by the key");
            assertThat(card).containsText("Ask its maker what happened");
            screen.isAccessible("a site that is refused");

            screen.page().getByLabel("Remove example").click();
            press(screen, "Remove");
            assertThat(screen.at(".card.site")).hasCount(0);
            assertThat(administrator.get("/api/v1/update-sites").json().path("sites"))
                    .isEmpty();
        }
    }

    @Test
    void aTemplateIsWrittenWithItsPreviewAndKept() {
        String ticket = new Tickets(administrator).open("The lamp flickers");
        String number = administrator
                .get(Tickets.path(ticket, ""))
                .json()
                .path("number")
                .asText();
        try (Screen screen = entered(Look.USUAL).visit("/admin/templates")) {
            press(screen, "Add a template");
            screen.at("#setting-name").fill("Greeting");
            screen.at("#setting-body").fill("Hello, this is about **{{ticket.subject}}**");
            screen.at(".template-preview input").fill(number);
            screen.at(".template-preview input").blur();
            assertThat(screen.at(".template-preview .paper strong")).hasText("The lamp flickers");
            screen.at("#setting-body").fill("Hello {{nobody.knows}}");
            assertThat(screen.at(".template-preview .wrong")).isVisible();
            screen.isAccessible("a template that cannot be filled in");
            screen.at("#setting-body").fill("About {{ticket.subject}}");
            press(screen, "Add");
            assertThat(screen.at(".card.template")).containsText("Greeting");
            assertThat(screen.at(".card.template")).containsText("Everybody");
            JsonNode kept =
                    Tickets.items(administrator.get("/api/v1/templates")).get(0);
            assertThat(kept.path("body").asText()).isEqualTo("About {{ticket.subject}}");
        }
    }

    @Test
    void whatACategoryIsAskedIsWrittenChangedAndAskedNoMore() {
        try (Screen screen = entered(Look.USUAL).visit("/admin/questions")) {
            press(screen, "Ask about a category");
            screen.at("#questions-category").selectOption("technical-issues");
            screen.page().getByLabel("Words of question 1").fill("Which system?");
            screen.page().getByLabel("What is answered to question 1").selectOption("choice");
            press(screen, "Save");
            assertThat(screen.at(".notice.bad")).isVisible();
            screen.page().getByLabel("Answers to question 1").fill("Windows\nLinux\n");
            screen.at(".question-list .switch input").first().check();
            press(screen, "Another question");
            screen.page().getByLabel("Words of question 2").fill("How many are affected?");
            screen.page().getByLabel("What is answered to question 2").selectOption("number");
            press(screen, "Save");
            assertThat(screen.at(".card")).containsText("One of several: Windows, Linux · must be answered");
            JsonNode asked =
                    administrator.get("/api/v1/diagnostic-questions").json().at("/sets/0/questions");
            assertThat(asked.at("/0/id").asText()).isEqualTo("which_system");
            assertThat(asked.at("/1/kind").asText()).isEqualTo("number");

            screen.at(".card .as-link").click();
            screen.page().getByLabel("Move question 2 up").click();
            press(screen, "Save");
            assertThat(screen.at(".card li").first()).containsText("How many are affected?");
            screen.at(".card .as-link").click();
            press(screen, "Remove");
            screen.at("dialog.ask .primary").click();
            assertThat(screen.at(".state h2")).hasText("Nothing is asked yet");
        }
    }

    @Test
    void aPluginInQuarantineSaysWhyAndIsLetOut() {
        try (Screen screen = entered(Look.USUAL)) {
            quarantined(screen);
            screen.visit("/admin/plugins/survey-rating");
            assertThat(screen.at(".quarantine"))
                    .containsText("It failed at SurveyProvider whenever it was tried again, 5 times");
            press(screen, "Let it out");
            String path = screen.page()
                    .waitForRequest(
                            "**/quarantine/lift",
                            () -> screen.at("dialog.ask .primary").click())
                    .url();
            assertThat(path).endsWith("/api/v1/plugins/survey-rating/quarantine/lift");
            screen.visit("/admin/plugins/survey-rating/activity");
            assertThat(screen.at(".log-lines").last()).containsText("no scale");
            screen.at(".least select").selectOption("ERROR");
            assertThat(screen.at(".log-lines").last().locator("li")).hasCount(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void thesePagesAreForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        try (Screen screen = entered(look)) {
            quarantined(screen);
            screen.page().route(OFFERED, route -> json(route, """
                    {"items": [], "next": null, "sites": [
                      {"name": "example", "state": "refused", "message": "Its index is not signed by the key of the site", "expiresAt": null, "readAt": "2026-03-01T08:00:00Z"}]}"""));
            screen.page()
                    .route(
                            "**/api/v1/update-sites",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setHeaders(Map.of("Content-Type", "application/json", "ETag", "\"1\""))
                                    .setBody("""
                            {"sites": [{"name": "example", "address": "https://plugins.example.org/switchboard",
                              "key": "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="}]}""")));
            page(screen, "plugins/survey-rating", ".quarantine", look);
            page(screen, "plugins/survey-rating/activity", ".log-lines", look);
            page(screen, "sites", ".card.site", look);
            screen.at(".page-head .primary").click();
            shown(screen, "sites-add", look);
            page(screen, "templates", "sb-templates h1", look);
            screen.at(".page-head .primary").click();
            assertThat(screen.at("#setting-name")).isFocused();
            shown(screen, "templates-add", look);
            page(screen, "questions", "sb-questions h1", look);
            screen.at(".page-head .primary").click();
            shown(screen, "questions-add", look);
        }
    }

    /** What a plugin in quarantine looks like, which takes long to bring about: see QuarantineIT for the real thing. */
    private static void quarantined(Screen screen) {
        ObjectNode plugin = (ObjectNode)
                administrator.get(Plugins.path("survey-rating", "")).expect(200).json();
        String reason = "It failed at SurveyProvider whenever it was tried again, 5 times; at last it threw";
        ObjectNode quarantine = plugin.putObject("quarantine");
        quarantine.put("since", "2026-03-01T08:00:00Z").put("reason", reason);
        ObjectNode matter =
                quarantine.putObject("matter").put("message", reason).put("code", "failed");
        matter.putObject("parameters")
                .put("socket", "SurveyProvider")
                .put("times", "5")
                .put("failure", "threw");
        screen.page().route(ONE_PLUGIN, route -> json(route, plugin.toString()));
        screen.page().route(OPERATION, route -> json(route, LINES));
    }

    private static void build(Path site, Path key) {
        CommandRun built = CommandRun.of("site", "build", site.toString(), "--key", key.toString());
        assertThat(built.exitCode()).as(built.output()).isZero();
    }

    private static void json(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }

    private static Screen entered(Look look) {
        return chromium.open(server.address(), look).administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
    }

    private static void press(Screen screen, String name) {
        screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }

    private static void page(Screen screen, String path, String there, Look look) {
        screen.visit("/admin/" + path);
        assertThat(screen.at(there).first()).isVisible();
        shown(screen, path.replace('/', '-'), look);
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody("admin-desk-" + page, look);
    }
}
