package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
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

/** What an administrator does with people, with what tickets are filed under, with tokens and with the log of changes. */
class AdminRecordsIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";

    private static final List<String> PLACES = List.of(
            "people",
            "teams",
            "roles",
            "organizations",
            "categories",
            "products",
            "priorities",
            "lifecycles",
            "system",
            "tokens",
            "audit");

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
        People people = People.of(server);
        people.agent("first", "agent", people.team("Service Desk"));
        administrator
                .post(API + "/categories", Map.of("id", "radio", "name", "Radio links", "description", "Masts and air"))
                .expect(201);
    }

    @Test
    void aTeamHangsBelowAnotherAndAWrongNameIsSaidBesideTheField() {
        try (Screen screen = at("teams")) {
            RecordDialog.add(screen);
            RecordDialog.save(screen);
            assertThat(screen.at("dialog.record .wrong")).isVisible();
            assertThat(screen.at("#setting-name")).isFocused();
            RecordDialog.type(screen, "name", "Night shift");
            screen.at("#setting-tier").selectOption("2");
            screen.at("#setting-parent")
                    .selectOption(screen.page()
                            .locator("#setting-parent option")
                            .filter(with("Service Desk"))
                            .getAttribute("value"));
            RecordDialog.save(screen);
            assertThat(screen.at(".tree .tree .leaf")).containsText("Night shift");
            assertThat(screen.at(".tree .tree .leaf")).containsText("Tier 2");
            screen.at(".tree .tree .as-link").click();
            screen.at("dialog.record .risky").click();
            screen.at("dialog.ask .primary").click();
            assertThat(screen.at(".tree .tree")).hasCount(0);
        }
        assertThat(named("/teams", "Night shift")).isEmpty();
    }

    @Test
    void whoSavesTooLateSeesWhatTheOtherChanged() {
        String id = administrator
                .post(API + "/teams", Map.of("name", "Twice", "tier", 1))
                .expect(201)
                .json()
                .path("id")
                .asText();
        try (Screen screen = at("teams")) {
            screen.at(".leaf .as-link").filter(with("Twice")).click();
            RecordDialog.type(screen, "name", "Twice as good");
            administrator
                    .with("If-Match", "*")
                    .patch(API + "/teams/" + id, Map.of("tier", 3))
                    .expect(200);
            RecordDialog.save(screen);
            assertThat(screen.at("dialog.record .conflict")).containsText("Tier 3");
            assertThat(screen.at("#setting-name")).hasValue("Twice as good");
            RecordDialog.save(screen);
            assertThat(screen.at(".leaf").filter(with("Twice as good"))).containsText("Tier 3");
        }
    }

    @Test
    void aRoleGetsItsRightsInTheMatrixAndShowsItsHolderWhatItAllows() {
        try (Screen screen = at("roles")) {
            RecordDialog.add(screen);
            RecordDialog.type(screen, "name", "Auditor");
            RecordDialog.type(screen, "id", "auditor");
            RecordDialog.save(screen);
            Locator read = screen.page().getByLabel("Auditor: Read it");
            assertThat(read).not().isChecked();
            read.check();
            assertThat(screen.at(".save-bar")).containsText("One role is not saved");
            screen.at(".save-bar .primary").click();
            assertThat(screen.at(".save-bar")).containsText("As stored");
        }
        assertThat(administrator
                        .get(API + "/roles/auditor")
                        .expect(200)
                        .json()
                        .path("rights")
                        .toString())
                .isEqualTo("[\"audit.read\"]");

        administrator
                .post(
                        API + "/agents",
                        Map.of(
                                "name",
                                "Only Auditor",
                                "email",
                                "auditor@example.org",
                                "password",
                                PASSWORD,
                                "roles",
                                List.of("auditor")))
                .expect(201);
        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            screen.administer("auditor@example.org", PASSWORD);
            assertThat(screen.at("sb-audit .audit .card").first()).isVisible();
            assertThat(screen.at(".side li")).hasCount(2);
            screen.visit("/admin/roles");
            assertThat(screen.at(".state h2")).hasText("This is not for you to see");
        }
    }

    @Test
    void categoriesAreATreeAndProductsAreAdded() {
        try (Screen screen = at("categories")) {
            screen.page().getByLabel("New category below Radio links").click();
            assertThat(screen.at("#setting-id")).hasValue("radio/");
            RecordDialog.type(screen, "name", "VPN");
            RecordDialog.type(screen, "id", "radio/vpn");
            RecordDialog.save(screen);
            assertThat(screen.at(".tree .leaf").filter(with("radio/vpn"))).hasCount(1);
            screen.visit("/admin/products");
            RecordDialog.add(screen);
            RecordDialog.type(screen, "name", "Headset");
            RecordDialog.type(screen, "id", "Not An Id");
            RecordDialog.save(screen);
            assertThat(screen.at("dialog.record [aria-invalid=true]")).hasAttribute("id", "setting-id");
            RecordDialog.type(screen, "id", "headset");
            RecordDialog.save(screen);
            screen.at(".leaf .as-link").filter(with("Headset")).click();
            screen.at("#setting-active").uncheck();
            RecordDialog.save(screen);
            assertThat(screen.at(".leaf").filter(with("Headset"))).containsText("out of use");
        }
        assertThat(administrator
                        .get(API + "/products/headset")
                        .expect(200)
                        .json()
                        .path("active")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void anOrganizationIsKnownByItsDomains() {
        try (Screen screen = at("organizations")) {
            RecordDialog.add(screen);
            RecordDialog.type(screen, "name", "Harbour Works");
            Locator domain = screen.page().getByLabel("Add an entry to Domains");
            domain.fill("no domain at all");
            domain.press("Enter");
            RecordDialog.save(screen);
            assertThat(screen.at("dialog.record .wrong")).isVisible();
            screen.page().getByLabel("Remove no domain at all").click();
            domain.fill("harbour.example");
            RecordDialog.save(screen);
            assertThat(screen.at(".rows tr").filter(with("Harbour Works"))).containsText("harbour.example");
        }
    }

    @Test
    void aTokenIsShownOnceWorksAndIsRefusedOnceItIsRemoved() {
        String token;
        try (Screen screen = at("tokens")) {
            screen.at("#token-name").fill("Nightly export");
            screen.at(".inline-form .primary").click();
            token = screen.at(".once input").inputValue();
            screen.page().getByText("I have it").click();
            assertThat(screen.at(".rows tr").filter(with("Nightly export"))).hasCount(1);
            assertThat(server.http().withToken(token).get(API + "/session").status())
                    .isEqualTo(200);
            assertThat(screen.at("body")).not().containsText(token);
            screen.page().getByLabel("Remove the token Nightly export").click();
            screen.at("dialog.ask .primary").click();
            assertThat(screen.at(".rows tr").filter(with("Nightly export"))).hasCount(0);
        }
        assertThat(server.http().withToken(token).get(API + "/session").status())
                .isEqualTo(401);
    }

    @Test
    void theLogIsFilteredAndLeavesAsASheet() throws IOException {
        administrator.post(API + "/teams", Map.of("name", "In the log")).expect(201);
        try (Screen screen = at("audit")) {
            screen.at("#audit-kind").fill("team.made");
            screen.at("#audit-kind").press("Enter");
            assertThat(screen.at(".audit .card").first()).containsText("Team made");
            assertThat(screen.at(".audit .card").filter(with("session.begun"))).hasCount(0);
            screen.at(".audit .card summary").first().click();
            assertThat(screen.at(".audit pre").filter(with("In the log"))).hasCount(1);
            Download sheet = screen.page()
                    .waitForDownload(
                            () -> screen.page().getByText("Export as a sheet").click());
            assertThat(sheet.suggestedFilename()).isEqualTo("audit.csv");
            assertThat(Files.readString(sheet.path()))
                    .contains("team.made", "In the log")
                    .doesNotContain("session.begun");
            screen.at("#audit-to").fill("2020-01-01");
            assertThat(screen.at(".state h2")).hasText("Nothing fits");
        }
    }

    @Test
    void thePriorityMatrixIsChangedAndALifecycleShowsWhereItsStatusesLead() {
        try (Screen screen = at("priorities")) {
            screen.page().getByLabel("Priority for impact High and urgency Low").selectOption("P2");
            assertThat(screen.at(".save-bar")).containsText("One change is not saved");
            screen.at(".save-bar .primary").click();
            assertThat(screen.at(".save-bar")).containsText("As stored");
            screen.visit("/admin/lifecycles");
            screen.at(".status-card .as-link")
                    .filter(with("Waiting for customer"))
                    .click();
            assertThat(screen.at(".arc.strong")).hasCount(4);
            screen.page().getByText("Simple").click();
            assertThat(screen.at(".status-card")).hasCount(5);
        }
        assertThat(administrator
                        .get(API + "/priority-matrix")
                        .expect(200)
                        .json()
                        .at("/high/low")
                        .asText())
                .isEqualTo("P2");
    }

    @Test
    void theSystemTellsHowItIsAndGivesABackup() throws IOException {
        try (Screen screen = at("system")) {
            assertThat(screen.at(".condition-panel")).containsText("The server is ready");
            assertThat(screen.at(".tile").filter(with("Database"))).containsText("There");
            Download backup = screen.page()
                    .waitForDownload(
                            () -> screen.page().getByText("Make a backup").click());
            assertThat(backup.suggestedFilename()).endsWith(".zip");
            assertThat(Files.readAllBytes(backup.path())).startsWith('P', 'K');
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void everyPageIsForEverybodyInBothThemesAndOnAPhone(int width, ColorScheme theme) {
        Look look = new Look(width, theme, "en-GB");
        try (Screen screen =
                chromium.open(server.address(), look).administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)) {
            for (String place : PLACES) {
                screen.visit("/admin/" + place);
                assertThat(screen.at(".admin-scroll")).isVisible();
                shown(screen, place, look);
            }
            screen.at(".audit summary").first().click();
            shown(screen, "audit-entry", look);
            screen.visit("/admin/people");
            screen.at(".rows .as-link").first().click();
            assertThat(screen.at(".account")).isVisible();
            shown(screen, "person", look);
        }
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody("admin-" + page, look);
    }

    private static Screen at(String place) {
        Screen screen = chromium.open(server.address(), Look.USUAL)
                .administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)
                .visit("/admin/" + place);
        assertThat(screen.at(".admin-scroll")).isVisible();
        return screen;
    }

    private static List<JsonNode> named(String collection, String name) {
        return Json.list(administrator
                        .get(API + collection + "?limit=200")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(one -> one.path("name").asText().equals(name))
                .toList();
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
