package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the pages look with the demo's tickets, to everybody. Their pictures are in {@code target/screenshots}. */
class DeskLooksIT {
    private static final String LEAD = "mara.lindt@nordwind.example";
    private static final String AGENT = "aylin.demir@nordwind.example";
    private static final String PASSWORD = "switchboard-demo";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static String outage;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).with("--demo").start();
        outage = Tickets.items(server.http().signIn(LEAD, PASSWORD).get("/api/v1/tickets?q=Online+banking+is+down"))
                .get(0)
                .path("number")
                .asText();
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void everyPageIsForEverybodyInBothThemesAndOnAPhone(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen = chromium.open(server.address(), look)) {
            screen.go("/views/open");
            assertThat(screen.at("#sign-in-email")).isVisible();
            shown(screen, "sign-in", look);
            screen.enter(LEAD, PASSWORD).go("/views/open");
            assertThat(screen.at("table.tickets tbody tr").first()).isVisible();
            shown(screen, "list", look);
            screen.go("/tickets/" + outage);
            assertThat(screen.at(".solution")).isAttached();
            shown(screen, "ticket", look);
            screen.page().keyboard().press("n");
            shown(screen, "note", look);
            screen.page().getByLabel(Pattern.compile("^Change Assignee")).click();
            assertThat(screen.at(".menu:popover-open [role=option]").first()).isVisible();
            shown(screen, "picker", look);
            screen.page().keyboard().press("Escape");
            screen.page().getByText("Why?").click();
            assertThat(screen.at(".explained-row").first()).isVisible();
            shown(screen, "explanation", look);
            screen.go("/new");
            assertThat(screen.at("#new-name")).isFocused();
            shown(screen, "new-ticket", look);
            screen.go("/search?q=wordsofnobody");
            assertThat(screen.at(".state")).isVisible();
            shown(screen, "nothing-found", look);
            screen.page().keyboard().press("Control+k");
            assertThat(screen.at("sb-palette input")).isFocused();
            shown(screen, "palette", look);
            screen.go("/tickets/SB-1");
            assertThat(screen.at(".state")).isVisible();
            shown(screen, "not-there", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void whereOneBeginsAndHowOneFiltersIsForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        try (Screen screen =
                chromium.open(server.address(), look).enter(LEAD, PASSWORD).go("/")) {
            assertThat(screen.at("svg.days")).isVisible();
            shown(screen, "start", look);
            bell(screen).click();
            assertThat(screen.at("dialog.notices[open]")).isVisible();
            shown(screen, "notices", look);
            screen.go("/views/open?priority=P4");
            assertThat(screen.at("table.tickets tbody tr").first()).isVisible();
            shown(screen, "filter", look);
            screen.at(".sentence .ends button").last().click();
            assertThat(screen.at("#view-name")).isFocused();
            shown(screen, "save-view", look);
            screen.page().keyboard().press("Escape");
            screen.at("[popovertarget=columns-menu]").click();
            shown(screen, "columns", look);
            screen.page().keyboard().press("Escape");
            screen.at("sb-list-tools > sb-picker > button").first().click();
            screen.at("sb-list-tools .menu:popover-open [role=option]").nth(1).click();
            assertThat(screen.at(".group-head").first()).isVisible();
            shown(screen, "groups", look);
            screen.at("tbody .chooser input").first().click();
            assertThat(screen.at(".bulk-bar")).isVisible();
            shown(screen, "bulk", look);
            screen.at(".bulk-bar .doing button").last().click();
            screen.at(".bulk-bar .menu:popover-open [role=option]").first().click();
            assertThat(screen.at("#bulk-tags")).isFocused();
            shown(screen, "bulk-tags", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void whatOneDoesWithATicketIsForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        try (Screen screen =
                chromium.open(server.address(), look).enter(LEAD, PASSWORD).go("/views/open")) {
            screen.at("table.tickets a.subject").first().click();
            assertThat(screen.at(".composer textarea")).isVisible();
            List<String> names = List.of("escalate", "postpone", "merge");
            for (int option = 0; option < names.size(); option++) {
                screen.at("sb-actions > sb-picker > button").click();
                Locator options = screen.at("sb-actions .menu:popover-open [role=option]");
                assertThat(options.first()).isVisible();
                shown(screen, "actions", look);
                options.nth(option).click();
                assertThat(screen.at("dialog.action[open]")).isVisible();
                shown(screen, names.get(option), look);
                screen.page().keyboard().press("Escape");
            }
            screen.page().keyboard().press("n");
            screen.at(".composer textarea").fill("");
            screen.page().keyboard().type("@a");
            assertThat(screen.at(".suggest:popover-open [role=option]").first()).isVisible();
            shown(screen, "suggest", look);
            screen.page().keyboard().press("Escape");
            screen.at(".composer textarea").fill("");
            screen.at(".composer .segments button").first().click();
            screen.at(".composer textarea").fill("A reply");
            screen.at(".composer .send > button").click();
            assertThat(screen.at(".message.held")).isVisible();
            shown(screen, "held", look);
            screen.at(".message.held .undo").click();
            screen.at(".composer textarea").fill("");
            assertThat(screen.at(".message.held")).hasCount(0);
        }
    }

    private static Locator bell(Screen screen) {
        return screen.at(".bell").locator("visible=true").first();
    }

    @Test
    void whoPrefersGermanReadsGerman() {
        try (Screen screen = chromium.open(server.address(), new Look(1440, ColorScheme.LIGHT, "de-DE"))) {
            screen.go("/views/open");
            assertThat(screen.at("sb-sign-in h1")).hasText("Am Desk anmelden");
            screen.enter(LEAD, PASSWORD).go("/tickets/" + outage);
            assertThat(screen.at("html")).hasAttribute("lang", "de");
            assertThat(screen.at(".properties")).containsText("Geschlossen");
            assertThat(screen.at(".message.note").first()).containsText("nur der Desk sieht das");
            shown(screen, "ticket-german", new Look(1440, ColorScheme.LIGHT, "de-DE"));
        }
    }

    @Test
    void whoTriesTooOftenIsToldToWait() {
        for (int attempt = 0; attempt < 10; attempt++) {
            server.http().post("/api/v1/session", Map.of("email", AGENT, "password", "wrong " + attempt));
        }
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            screen.go("/views/mine").signIn(AGENT, PASSWORD);
            assertThat(screen.at(".notice.bad")).containsText("Too many tries");
        }
    }

    @Test
    void theDeskStandsBesideThePagesOfCustomers() {
        assertThat(server.http().get("/desk").expect(200).text()).contains("importmap", "/x/web-ui/");
        assertThat(server.http().get("/").expect(200).text())
                .contains("How can we help?")
                .doesNotContain("/x/web-ui/");
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody(page, look);
    }
}
