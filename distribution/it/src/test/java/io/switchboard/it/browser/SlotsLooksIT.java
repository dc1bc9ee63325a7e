package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.PagePlugin;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the pages look with what plugins add to them. Their pictures are in {@code target/screenshots}. */
class SlotsLooksIT {
    private static final String LEAD = "mara.lindt@nordwind.example";
    private static final String PASSWORD = "switchboard-demo";
    private static final String HAND_OVER = """
            **Hand-over**

            **What has been done?**

            The failed disk is out, the rebuild began at ten.

            **What comes next?**

            Look at the rebuild at noon; it should be done by then.""";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static String number;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).with("--demo").start();
        Plugins plugins = new Plugins(server.administrator());
        plugins.upload("", PagePlugin.example()).expect(201);
        plugins.upload("", PagePlugin.exampleForCustomers()).expect(201);
        plugins.upload(
                        "",
                        PagePlugin.of("test-broken-look")
                                .adds("ticket-panel", "Broken", "Machine room", "export const nothing = 0;")
                                .archive("1.0.0"))
                .expect(201);
        var lead = server.http().signIn(LEAD, PASSWORD);
        number = Tickets.items(lead.get("/api/v1/tickets?view=open&limit=1"))
                .get(0)
                .path("number")
                .asText();
        lead.post(
                        "/api/v1/tickets/" + number + "/messages",
                        Map.of("kind", "note", "body", HAND_OVER, "format", "markdown"))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void aTicketWithPanelsAndAnActionOfPluginsIsForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        try (Screen screen =
                chromium.open(server.address(), look).enter(LEAD, PASSWORD).go("/tickets/" + number)) {
            assertThat(screen.at(".slot-panel dd").first()).containsText("The failed disk is out");
            assertThat(screen.at(".slot-notice")).isVisible();
            screen.at(".slot-panel").last().scrollIntoViewIfNeeded();
            shown(screen, "slots-ticket", look);
            screen.at("sb-actions > sb-picker > button").click();
            screen.at("sb-actions .menu:popover-open [role=option]").last().click();
            assertThat(screen.at("dialog.action textarea").first()).isFocused();
            shown(screen, "slots-action", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void aPageOfAPluginForAdministratorsIsForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        try (Screen screen = chromium.open(server.address(), look)
                .administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)
                .visit("/admin/x/example-panel/HandOverPage")) {
            assertThat(screen.at("sb-slot-page input").first()).isVisible();
            shown(screen, "slots-admin-page", look);
            screen.visit("/admin/x/example-panel/Nowhere");
            assertThat(screen.at(".state")).isVisible();
            shown(screen, "slots-no-page", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void theFrontPageOfCustomersWithACardAndAFieldOfAPluginIsForEverybody(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen = chromium.open(server.address(), look).visit("/")) {
            assertThat(screen.at(".slot-panel p")).hasText("None that we know of.");
            assertThat(screen.at(".slot-field select")).isVisible();
            shown(screen, "slots-portal", look);
        }
    }

    @Test
    void thePanelsOfPluginsSpeakTheReadersLanguage() {
        try (Screen screen = chromium.open(server.address(), new Look(1440, ColorScheme.LIGHT, "de-DE"))
                .enter(LEAD, PASSWORD)
                .go("/tickets/" + number)) {
            assertThat(screen.at(".slot-panel h2").last()).hasText("Übergabe");
            assertThat(screen.at(".slot-notice")).containsText("funktioniert im Moment nicht");
        }
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody(page, look);
    }
}
