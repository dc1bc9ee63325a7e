package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with plugins, by clicking and typing. */
class AdminIT {
    private static final String THROWING = """
            package broken;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator {
                public void start(BundleContext context) {
                    throw new IllegalStateException("the lamp is out");
                }
                public void stop(BundleContext context) {}
            }
            """;
    private static final String MONITORING = "/admin/plugins/intake-monitoring/settings";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static Http administrator;
    private static Plugins plugins;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        plugins = new Plugins(administrator);
    }

    @Test
    void whoAdministersNothingIsShownTheWayToTheDesk() {
        People people = People.of(server);
        String name = "no-admin-" + UUID.randomUUID().toString().substring(0, 8);
        people.agent(name, "agent", people.team(name));

        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            screen.visit("/admin/plugins").signIn(People.address(name), "a password for this test");
            assertThat(screen.at(".state h2")).hasText("This account does not administer anything");
            assertThat(screen.at("sb-plugins")).hasCount(0);
            screen.at(".state a").click();
            assertThat(screen.at("sb-list h1")).hasText("Mine");
            assertThat(screen.page().getByRole(AriaRole.LINK, link("Administration")))
                    .hasCount(0);
        }
    }

    @Test
    void theDeskAndTheAdministrationLeadToEachOther() {
        try (Screen screen = entered()) {
            screen.page().getByRole(AriaRole.LINK, link("To the desk")).click();
            assertThat(screen.at("sb-start h1")).isVisible();
            screen.page().getByRole(AriaRole.LINK, link("Administration")).click();
            assertThat(screen.at("sb-guide h1")).hasText("First steps");
            screen.visit("/admin/nowhere");
            assertThat(screen.at(".state h2")).hasText("There is nothing here");
        }
    }

    @Test
    void aPluginIsLookedAtBeforeItRunsAndCanBeDisabledAndRemoved() {
        try (Screen screen = entered()) {
            choose(screen, Plugins.archive("looked-at", "IntakeChannel", "1.0.0"));
            Locator plan = screen.at("dialog.install");
            assertThat(plan.locator(".verdict.good")).containsText("Nothing has changed yet");
            assertThat(plan.locator(".facts")).containsText("Is a way by which tickets come in");
            assertThat(plan.locator(".facts")).containsText("Not signed");
            assertThat(plugins.states()).noneMatch(state -> state.startsWith("looked-at"));

            assertThat(plan.getByRole(AriaRole.BUTTON, button("Install"))).isDisabled();
            plan.getByLabel("Install it although").check();
            plan.getByRole(AriaRole.BUTTON, button("Install")).click();
            assertThat(plan.locator(".verdict.good")).containsText("looked-at 1.0.0 runs");
            assertThat(plugins.states()).contains("looked-at active");
            plan.getByRole(AriaRole.LINK, within("Show it")).click();

            press(screen, "Disable");
            screen.at("dialog.ask button.primary").click();
            assertThat(screen.at(".condition-panel")).containsText("Disabled");
            assertThat(plugins.states()).contains("looked-at stopped");
            press(screen, "Enable");
            assertThat(screen.at(".condition-panel")).containsText("Running");

            press(screen, "Remove");
            assertThat(screen.at("dialog.ask")).containsText("Is a way by which tickets come in");
            screen.at("dialog.ask").getByText("Cancel").click();
            assertThat(plugins.states()).contains("looked-at active");
            press(screen, "Remove");
            screen.at("dialog.ask button.primary").click();
            assertThat(screen.at("sb-plugins .card").first()).isVisible();
            assertThat(screen.at("sb-plugins")).not().containsText("looked-at");
        }
        assertThat(plugins.states()).noneMatch(state -> state.startsWith("looked-at"));
    }

    @Test
    void aFileThatIsDroppedOnThePageIsLookedAt() {
        byte[] archive = Plugins.archive("dropped-here", "IntakeChannel", "1.0.0");
        try (Screen screen = entered()) {
            assertThat(screen.at("sb-plugins .card").first()).isVisible();
            screen.page().evaluate("""
                    bytes => {
                      const files = new DataTransfer();
                      files.items.add(new File([Uint8Array.from(atob(bytes), one => one.charCodeAt(0))], 'dropped.jar'));
                      const drag = type => document.body.dispatchEvent(
                        new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
                      drag('dragenter');
                      setTimeout(() => drag('drop'), 200);
                    }""", Base64.getEncoder().encodeToString(archive));
            assertThat(screen.at(".drop-zone")).isVisible();
            assertThat(screen.at("dialog.install h2")).hasText("Install dropped-here 1.0.0");
            assertThat(screen.at(".drop-zone")).hasCount(0);
            screen.page().keyboard().press("Escape");
            assertThat(screen.at("dialog.install")).hasCount(0);
        }
        assertThat(plugins.states()).noneMatch(state -> state.startsWith("dropped-here"));
    }

    @Test
    void whatDoesNotFitSaysWhyAndWhatToDoNext() {
        try (Screen screen = entered()) {
            choose(screen, Plugins.archive("no-fit", "Telepathy", "1.0.0"));
            Locator dialog = screen.at("dialog.install");
            assertThat(dialog.locator(".verdict.bad")).containsText("fits a socket that this server does not have");
            assertThat(dialog.locator(".verdict.bad")).containsText("Ask its vendor for one that fits");
            assertThat(dialog.getByRole(AriaRole.BUTTON, button("Install"))).hasCount(0);
            screen.page().keyboard().press("Escape");

            choose(screen, new byte[] {1, 2, 3});
            assertThat(dialog.locator(".verdict.bad")).containsText("is not a ZIP file");
            assertThat(dialog.locator(".verdict.bad")).containsText("Choose the .jar file of a plugin");
        }
    }

    @Test
    void aPluginThatDoesNotComeUpIsNotThereAfterwards() {
        byte[] broken = CompiledPlugin.archive("lamp", "IntakeChannel", "io.switchboard.api.plugin", THROWING);
        try (Screen screen = entered()) {
            choose(screen, broken);
            screen.at("dialog.install").getByLabel("Install it although").check();
            screen.at("dialog.install")
                    .getByRole(AriaRole.BUTTON, button("Install"))
                    .click();
            Locator refused = screen.at("dialog.install .verdict.bad");
            assertThat(refused).containsText("It did not come up");
            assertThat(refused).containsText("the lamp is out");
            assertThat(refused).containsText("What ran before runs again");
        }
        assertThat(plugins.states()).noneMatch(state -> state.startsWith("lamp"));
    }

    @Test
    void whatComesWithTheDistributionIsInstalledFromTheListAndSetUp() {
        try (Screen screen = entered()) {
            screen.page()
                    .getByRole(AriaRole.LINK, link("Available").setExact(true))
                    .click();
            screen.at("sb-available .card")
                    .filter(with("assign-certified-only"))
                    .locator("button")
                    .click();
            screen.at("dialog.install")
                    .getByRole(AriaRole.BUTTON, button("Install"))
                    .click();
            screen.at("dialog.install a.primary").click();
            assertThat(screen.at(".condition-panel")).isVisible();
            screen.page()
                    .getByRole(AriaRole.LINK, link("Available").setExact(true))
                    .click();
            assertThat(screen.at("sb-available .card").first()).isVisible();
            assertThat(screen.at("sb-available .card").filter(with("assign-certified-only")))
                    .hasCount(0);
        }
        assertThat(plugins.states()).contains("assign-certified-only active");
    }

    @Test
    void settingsAreTypedIntoAFormAndGoBackToAnEarlierVersion() {
        String secret = "a secret of more than sixteen characters";
        try (Screen screen = entered().visit(MONITORING)) {
            Locator requester = screen.at("#setting-requester");
            requester.fill("prometheus@example.org");
            screen.at("#setting-secret").fill(secret);
            Locator more = screen.page().getByLabel("Add an entry to High severities");
            more.fill("fatal");
            more.press("Enter");
            screen.page().getByLabel("Remove page").click();
            assertThat(screen.at(".save-bar")).containsText("3 changes are not saved");
            save(screen);
            assertThat(screen.at(".save-bar")).containsText("As stored");
            assertThat(screen.at(".secret")).containsText("Set, and never shown");
            assertThat(screen.at("body")).not().containsText(secret);
            assertThat(values().path("high").toString()).isEqualTo("[\"critical\",\"emergency\",\"fatal\"]");

            requester.fill("somebody@example.org");
            screen.page().getByLabel("Back to the default of High severities").click();
            save(screen);
            assertThat(screen.at(".versions > ol > li")).hasCount(2);
            assertThat(values().has("high")).isFalse();

            screen.at(".versions > ol > li").last().getByText("Go back to this").click();
            assertThat(screen.at("dialog.ask")).containsText("prometheus@example.org");
            screen.at("dialog.ask button.primary").click();
            assertThat(screen.at(".versions > ol > li")).hasCount(3);
            assertThat(requester).hasValue("prometheus@example.org");
        }
        assertThat(values().path("requester").asText()).isEqualTo("prometheus@example.org");
    }

    @Test
    void whatAPluginDoesNotAcceptIsSaidBesideTheFieldAndNothingIsSaved() {
        String path = "/admin/plugins/assign-by-workload/settings";
        try (Screen screen = entered().visit(path)) {
            Locator field = screen.at("input.numeric").first();
            String before = field.inputValue();
            field.fill("many");
            save(screen);
            assertThat(screen.at(".setting .wrong")).containsText("must be a whole number");
            assertThat(field).isFocused();
            assertThat(field).hasAttribute("aria-invalid", "true");
            screen.visit("/admin/plugins").visit(path);
            assertThat(field).hasValue(before);
        }
    }

    @Test
    void whoSavesTooLateSeesWhatTheOtherChangedAndKeepsWhatTheyTyped() {
        try (Screen screen = entered().visit("/admin/plugins/handle-vip/settings")) {
            Locator field = screen.at("sb-setting input[type=checkbox]").first();
            assertThat(field).isVisible();
            boolean before = field.isChecked();
            field.click();
            String other = screen.at("sb-setting input[type=text]")
                    .first()
                    .getAttribute("id")
                    .replace("setting-", "");
            plugins.set("handle-vip", Map.of(other, "somebody else's"));
            save(screen);
            assertThat(screen.at(".conflict")).containsText("somebody else's");
            assertThat(field).isChecked(new LocatorAssertions.IsCheckedOptions().setChecked(!before));
            save(screen);
            assertThat(screen.at(".conflict")).hasCount(0);
            assertThat(screen.at(".save-bar")).containsText("As stored");
            assertThat(screen.at("#setting-" + other)).hasValue("somebody else's");
        }
    }

    @Test
    void anUpgradeIsComparedWithASnapshotAndGoneBackFrom() {
        plugins.upload("", Plugins.archive("two-ways", "IntakeChannel", "1.0.0"))
                .expect(201);
        try (Screen screen = entered().visit("/admin/plugins/two-ways")) {
            choose(screen, Plugins.archive("two-ways", "IntakeChannel", "2.0.0"));
            assertThat(screen.at("dialog.install h2")).hasText("Upgrade two-ways from 1.0.0 to 2.0.0");
            screen.at("dialog.install").getByLabel("Install it although").check();
            screen.at("dialog.install")
                    .getByRole(AriaRole.BUTTON, button("Upgrade"))
                    .click();
            assertThat(screen.at("dialog.install .verdict.good")).containsText("two-ways 2.0.0 runs");
            screen.page().keyboard().press("Escape");
            press(screen, "Version before");
            screen.at("dialog.ask button.primary").click();
            assertThat(screen.at(".facts")).containsText("1.0.0");
            assertThat(plugins.running("two-ways")).isEqualTo("1.0.0");

            screen.page().getByRole(AriaRole.LINK, link("Snapshots")).click();
            Locator upgraded = screen.at(".snapshot")
                    .filter(with("two-ways was installed"))
                    .first();
            upgraded.locator("h2 a").click();
            assertThat(upgraded.locator(".difference")).containsText("2.0.0 → 1.0.0");
            upgraded.getByText("Go back to here").click();
            assertThat(screen.at("dialog.ask .difference")).containsText("1.0.0 → 2.0.0");
            screen.at("dialog.ask button.primary").click();
            assertThat(screen.at(".snapshot").first()).containsText("An earlier snapshot was restored");
        }
        assertThat(plugins.running("two-ways")).isEqualTo("2.0.0");
    }

    @Test
    void theKeyboardAloneFindsASettingAndSavesIt() {
        try (Screen screen = entered()) {
            assertThat(screen.at("sb-plugins .card").first()).isVisible();
            screen.page().keyboard().press("Control+k");
            screen.page().keyboard().type("lucene settings");
            assertThat(screen.at(".palette-list [data-active]")).containsText("Search with Lucene");
            screen.page().keyboard().press("Enter");
            Locator field = screen.at("input.numeric").first();
            assertThat(field).isVisible();
            while (!(Boolean) field.evaluate("one => one === document.activeElement")) {
                screen.page().keyboard().press("Tab");
            }
            String name = field.getAttribute("id").replace("setting-", "");
            int wanted = Integer.parseInt(field.inputValue()) + 1;
            screen.page().keyboard().press("Control+a");
            screen.page().keyboard().type(String.valueOf(wanted));
            screen.page().keyboard().press("Enter");
            assertThat(screen.at(".save-bar")).containsText("As stored");
            assertThat(settings("search-lucene").path(name).asInt()).isEqualTo(wanted);
        }
    }

    @Test
    void aSessionThatEndsKeepsWhatWasTypedIntoTheForm() {
        try (Screen screen = entered().visit("/admin/plugins/survey-rating/settings")) {
            Locator field = screen.at("input.numeric").first();
            int wanted = Integer.parseInt(field.inputValue()) + 1;
            field.fill(String.valueOf(wanted));
            screen.context().clearCookies();
            save(screen);
            Locator again = screen.at("dialog.renew");
            assertThat(again).containsText("Your session has ended");
            again.locator("#sign-in-password").fill(ServerSetup.ADMIN_PASSWORD);
            again.locator("button.primary").click();
            assertThat(again).hasCount(0);
            assertThat(field).hasValue(String.valueOf(wanted));
            assertThat(screen.at(".save-bar")).containsText("As stored");
        }
    }

    private static Screen entered() {
        return chromium.open(server.address(), Look.USUAL)
                .administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)
                .visit("/admin/plugins");
    }

    private static void choose(Screen screen, byte[] archive) {
        Locator choice = screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^(Install from a file|Upgrade)$")));
        FileChooser chooser = screen.page().waitForFileChooser(choice::click);
        chooser.setFiles(new FilePayload("plugin.jar", "application/java-archive", archive));
    }

    private static void press(Screen screen, String name) {
        screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void save(Screen screen) {
        screen.at(".save-bar .primary").click();
    }

    private static JsonNode values() {
        return settings("intake-monitoring");
    }

    private static JsonNode settings(String plugin) {
        return administrator
                .get(Plugins.path(plugin, "/settings"))
                .expect(200)
                .json()
                .path("values");
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
