package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.VendorKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the administrators' pages look, to everybody. Their pictures are in {@code target/screenshots}. */
class AdminLooksIT {
    private static final Pattern REACTIONS = Pattern.compile("/api/v1/reactions$");
    private static final Pattern PARKED = Pattern.compile("/api/v1/reactions/[^/]+/parked$");
    private static final Pattern PLUGINS = Pattern.compile("/api/v1/plugins$");
    private static final String RULED = """
            {"items": [], "next": null, "refused": {}, "health": {}, "desired": {"file": "/srv/data/plugins.json",
              "state": "refused", "reasons": ["plugins[0].colour is not known here"], "at": "2026-03-01T08:00:00Z"}}""";
    private static final String PARKING = """
            {"items": [{"id": "notify.notices", "plugin": "notify", "name": "notices", "node": null, "state": "active",
              "served": true, "holder": "node-a", "events": ["ticket.opened"], "confidential": false, "backlog": 3,
              "oldest": "2026-03-01T08:00:00Z", "parked": 1}], "next": null}""";
    private static final String ROWS = """
            {"items": [{"row": "7.1", "ticket": "1", "event": "2", "type": "ticket.opened", "attempts": 8,
              "error": "The mail server does not answer", "parkedAt": "2026-03-01T08:10:00Z"}], "next": null}""";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        Http administrator = server.administrator();
        Plugins plugins = new Plugins(administrator);
        plugins.set("intake-monitoring", Map.of("requester", "alerts@example.org"));
        plugins.set(
                "intake-monitoring",
                Map.of("secret", "a secret of some length", "high", List.of("critical", "page"), "resolve", false));
        administrator.post(Plugins.path("intake-phone", "/stop"), "").expect(200);
        plugins.install("assign-by-continuity");
        VendorKey vendor = VendorKey.of("Example Ltd");
        byte[] signed = vendor.sign(Plugins.archive("com.example.bound", "IntakeChannel", "1.0.0"));
        plugins.upload("", signed).expect(201);
        administrator
                .with("If-Match", "*")
                .put(
                        "/api/v1/plugin-signers",
                        Map.of("signers", List.of(signer("Example Ltd", "a", false), signer("Of before", "b", true))))
                .expect(200);
    }

    private static Map<String, Object> signer(String name, String digit, boolean withdrawn) {
        List<String> plugins = List.of("com.example.*", "notify");
        return Map.of("name", name, "fingerprint", digit.repeat(64), "plugins", plugins, "withdrawn", withdrawn);
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void everyPageIsForEverybodyInBothThemesAndOnAPhone(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen = chromium.open(server.address(), look)) {
            screen.visit("/admin/plugins");
            assertThat(screen.at("#sign-in-email")).isVisible();
            shown(screen, "sign-in", look);
            screen.administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
            page(screen, "plugins", "sb-plugins .card", look);
            screen.page().getByPlaceholder("Find a plugin").fill("wordsofnobody");
            shown(screen, "plugins-none", look);
            page(screen, "available", "sb-available .card", look);
            page(screen, "plugins/intake-monitoring", ".condition-panel", look);
            page(screen, "plugins/intake-monitoring/settings", ".versions li", look);
            screen.at(".versions li button").first().click();
            shown(screen, "settings-back", look);
            page(screen, "plugins/assign-by-continuity/activity", ".panel", look);
            page(screen, "plugins/nobody", ".state", look);
            page(screen, "extension-points", "sb-extension-points .card", look);
            page(screen, "deliveries", "sb-deliveries .card", look);
            page(screen, "signers", ".bindings .card", look);
            screen.page().getByText("Add a signer").click();
            shown(screen, "signer", look);
            screen.page().keyboard().press("Escape");
            page(screen, "snapshots", ".snapshot", look);
            screen.at(".snapshot h2 a").last().click();
            assertThat(screen.at(".difference")).isVisible();
            shown(screen, "snapshot", look);
            screen.page().keyboard().press("Control+k");
            assertThat(screen.at("sb-admin-palette input")).isFocused();
            shown(screen, "palette", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "390, DARK"})
    void aPlanAndARefusalCanBeReadByEverybody(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen = entered(look)) {
            screen.visit("/admin/available");
            screen.at("sb-available .card button").last().click();
            assertThat(screen.at(".plan")).isVisible();
            shown(screen, "plan", look);
            screen.page().keyboard().press("Escape");
            screen.at("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "no-fit.jar", "application/java-archive", Plugins.archive("no-fit", "Telepathy", "1.0.0")));
            assertThat(screen.at(".plan .verdict.bad")).isVisible();
            shown(screen, "plan-refused", look);
            screen.page().keyboard().press("Escape");
            screen.at("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "foreign.jar",
                            "application/java-archive",
                            Plugins.archive("com.example.bound", "IntakeChannel", "2.0.0")));
            assertThat(screen.at(".plan .verdict.bad")).containsText("is bound to CN=Example Ltd");
            shown(screen, "plan-foreign", look);
            screen.page().getByText("Bind anew").click();
            assertThat(screen.at(".plan .verdict.good")).isVisible();
            assertThat(screen.at("dialog.install .primary")).isDisabled();
            screen.at("dialog.install .agreed input").check();
            assertThat(screen.at("dialog.install .primary")).isEnabled();
            shown(screen, "plan-bound-anew", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "390, DARK"})
    void whileAFileRulesThePagesSaySoAndOfferNoChange(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen = entered(look)) {
            screen.page().route(PLUGINS, route -> json(route, RULED));
            screen.visit("/admin/plugins");
            assertThat(screen.at(".notice.desired")).containsText("plugins[0].colour is not known here");
            assertThat(screen.page().getByText("Install from a file")).hasCount(0);
            shown(screen, "desired", look);
            screen.visit("/admin/available");
            assertThat(screen.at(".notice.desired")).isVisible();
            assertThat(screen.at("sb-available .card button")).hasCount(0);
            screen.visit("/admin/plugins/intake-monitoring/settings");
            assertThat(screen.at(".versions li").first()).isVisible();
            assertThat(screen.at(".notice.desired")).isVisible();
            assertThat(screen.at("sb-settings button, .page-head button")).hasCount(0);
            shown(screen, "desired-settings", look);
            screen.visit("/admin/snapshots");
            assertThat(screen.at(".notice.desired")).isVisible();
            screen.at(".snapshot h2 a").last().click();
            assertThat(screen.at(".difference")).isVisible();
            assertThat(screen.at(".snapshot button")).hasCount(0);
            shown(screen, "desired-snapshot", look);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "390, DARK"})
    void whatIsParkedIsToldAgainWhenOneSaysSo(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen = entered(look)) {
            screen.page().route(REACTIONS, route -> json(route, PARKING));
            screen.page().route(PARKED, route -> json(route, ROWS));
            screen.visit("/admin/deliveries");
            screen.at(".parked summary").click();
            assertThat(screen.at(".parked-rows")).containsText("The mail server does not answer");
            shown(screen, "parked", look);
            String replay = screen.page()
                    .waitForRequest(
                            "**/api/v1/reactions/notify.notices/parked/7.1/replay",
                            () -> screen.at(".parked-rows")
                                    .getByText("Try again")
                                    .click())
                    .method();
            Assertions.assertThat(replay).isEqualTo("POST");
            assertThat(screen.at(".notice.bad")).isVisible();
        }
    }

    @Test
    void aPageWhoseAnswerFailsSaysSoAndIsAskedForAgain() {
        try (Screen screen = entered(Look.USUAL)) {
            screen.page()
                    .route(
                            Pattern.compile("/api/v1/plugins/snapshots$"),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(503)
                                    .setContentType("application/problem+json")
                                    .setBody(
                                            "{\"type\":\"about:blank\",\"title\":\"The database is away\",\"status\":503,"
                                                    + "\"detail\":\"Try again in a minute\"}")));
            screen.visit("/admin/snapshots");
            assertThat(screen.at(".state h2")).hasText("The database is away");
            shown(screen, "failed", Look.USUAL);
            screen.page().unroute(Pattern.compile("/api/v1/plugins/snapshots$"));
            screen.page()
                    .getByText("Try again", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(screen.at(".snapshot").first()).isVisible();
        }
    }

    @Test
    void whoPrefersGermanReadsGerman() {
        Look look = new Look(1440, ColorScheme.LIGHT, "de-DE");
        try (Screen screen = chromium.open(server.address(), look)) {
            screen.visit("/admin/plugins");
            assertThat(screen.at("sb-sign-in h1")).hasText("Bei der Verwaltung anmelden");
            screen.administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
            screen.visit("/admin/plugins");
            assertThat(screen.at("sb-plugins .card").first()).containsText("Läuft");
            screen.page().getByRole(AriaRole.LINK).getByText("Stände").click();
            assertThat(screen.at(".snapshot").first()).containsText("wurde installiert");
            shown(screen, "snapshots-german", look);
            screen.visit("/admin/plugins/intake-monitoring/settings");
            assertThat(screen.at(".save-bar")).containsText("Wie gespeichert");
            assertThat(screen.at(".page-head h1")).hasText("Überwachung");
            assertThat(screen.at("#setting-requester-hint")).containsText("in deren Namen");
            assertThat(screen.at("#setting-requester-hint")).hasAttribute("lang", "de");
            shown(screen, "settings-german", look);
            screen.visit("/admin/roles");
            assertThat(screen.at(".matrix thead")).containsText("Teamleitung");
            screen.visit("/admin/plugins/intake-monitoring/settings");
            assertThat(screen.at("#setting-requester-hint")).containsText("in deren Namen");
            screen.page()
                    .evaluate("() => import(document.querySelector('[href$=\"text/index.js\"]').href)"
                            + ".then(words => words.speak('en'))");
            assertThat(screen.at("#setting-requester-hint")).containsText("in whose name");
            assertThat(screen.at(".page-head h1")).hasText("Monitoring");
            screen.page().setViewportSize(390, 844);
            Look phone = new Look(390, ColorScheme.LIGHT, "de-DE");
            page(screen, "plugins", "sb-plugins .card", phone);
            page(screen, "system", "sb-system .tile", phone);
        }
    }

    private static Screen entered(Look look) {
        return chromium.open(server.address(), look).administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
    }

    private static void json(Route route, String body) {
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }

    private static void page(Screen screen, String path, String there, Look look) {
        screen.visit("/admin/" + path);
        assertThat(screen.at(there).first()).isVisible();
        shown(screen, path.replace('/', '-'), look);
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody("admin-" + page, look);
    }
}
