package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What administrators lay down: macros, shared views, lifecycles of their own, and how these and other rules look.
 */
class AdminRulesIT {
    private static final String API = "/api/v1";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static Http administrator;
    private static String number;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
        Tickets tickets = new Tickets(administrator);
        number = tickets.get(tickets.open("The lamp flickers"))
                .json()
                .path("number")
                .asText();
    }

    @Test
    void aMacroIsRehearsedBeforeItIsKeptAndChangedByTwoAtOnce() {
        try (Screen screen = at("macros")) {
            assertThat(screen.at(".state h2")).hasText("There are no macros yet");
            press(screen, "Add a macro");
            screen.at("#setting-name").fill("Ask since when");
            screen.page().getByLabel("Text").fill("About {{ticket.subject}}: since when?");
            screen.at(".template-preview input").fill(number);
            screen.at(".template-preview input").blur();
            assertThat(screen.at(".rehearsed")).containsText("About The lamp flickers: since when?");
            press(screen, "Another step");
            screen.page().getByLabel("What step 2 does").selectOption("set");
            screen.page().getByLabel("Tags to add").fill("lamp, flicker");
            screen.page().getByLabel("Tags to add").blur();
            assertThat(screen.at(".template-preview .changes")).containsText("flicker");
            press(screen, "Another step");
            screen.page().getByLabel("What step 3 does").selectOption("transition");
            press(screen, "Add");
            assertThat(screen.at(".question-list .wrong")).isVisible();
            screen.isAccessible("a macro that is refused");
            press(screen, "Remove step 3");
            press(screen, "Add");
            Locator card = screen.at(".card.template");
            assertThat(card).containsText("Reply to the customer → Change fields");

            JsonNode kept = Tickets.items(administrator.get(API + "/macros")).get(0);
            assertThat(kept.at("/steps/1/set/addTags")).hasSize(2);
            card.locator(".as-link").click();
            screen.at("#setting-name").fill("Ask them since when");
            String path = API + "/macros/" + kept.path("id").asText();
            changing(path).patch(path, Map.of("description", "For lamps")).expect(200);
            press(screen, "Save");
            assertThat(screen.at("dialog.record .conflict")).containsText("For lamps");
            press(screen, "Save");
            assertThat(card).containsText("Ask them since when");
            card.locator(".as-link").click();
            press(screen, "Remove");
            screen.at("dialog.ask .primary").click();
            assertThat(card).hasCount(0);
        }
    }

    @Test
    void aViewForEverybodyIsMadeOfASentenceAndTakesConditionsAwayAgain() {
        try (Screen screen = at("views")) {
            press(screen, "Add a view");
            screen.at("#setting-name").fill("Urgent questions");
            condition(screen, "Priority", "P1");
            condition(screen, "Type", "Question");
            screen.isAccessible("a view");
            press(screen, "Add");
            Locator card = AgentDesk.having(screen.at(".card"), "Urgent questions");
            assertThat(card).containsText("with priority P1");
            assertThat(kept("Urgent questions").at("/conditions/type").asText()).isEqualTo("question");

            card.locator(".as-link").click();
            screen.page().getByLabel("Leave out: Type").click();
            screen.page().getByLabel("Grouped by").selectOption("team");
            press(screen, "Save");
            assertThat(screen.at("dialog.record")).hasCount(0);
            assertThat(card).not().containsText("of type");
            assertThat(kept("Urgent questions").at("/conditions/type").isNull()
                            || kept("Urgent questions").at("/conditions/type").isMissingNode())
                    .isTrue();
            assertThat(kept("Urgent questions").path("grouping").asText()).isEqualTo("team");
        }
    }

    @Test
    void aLifecycleOfTheDesksOwnIsDrawnWhileItIsWrittenFollowedAndRemoved() {
        try (Screen screen = at("lifecycles")) {
            press(screen, "Add a lifecycle");
            Locator form = screen.at("sb-lifecycle-form dialog");
            screen.at("#lifecycle-name").fill("Repairs");
            press(screen, "Another status");
            screen.page().getByLabel("Name of status 9", exactly()).fill("Waiting for parts");
            assertThat(form.locator("svg text").filter(with("Waiting for parts")))
                    .hasCount(1);
            press(screen, "Add");
            // Nothing leads on from it, so a ticket would be stuck there.
            assertThat(form.locator(".notice.bad, .wrong").first()).isVisible();
            Locator added = form.locator(".question-list > li").nth(8);
            added.getByLabel("Resolved").check();
            form.locator(".question-list > li")
                    .nth(2)
                    .getByLabel("Waiting for parts")
                    .check();
            screen.isAccessible("a lifecycle that is written");
            press(screen, "Add");
            assertThat(form).hasCount(0);
            assertThat(screen.at("sb-lifecycles .segments [aria-pressed=true]")).hasText("Repairs");
            assertThat(screen.at(".panel svg [data-next=waiting_for_parts]")).hasCount(1);

            press(screen, "Choose its tickets");
            screen.page().getByLabel("Change request").check();
            press(screen, "Save");
            assertThat(screen.at(".lifecycle-head")).containsText("Followed by: Change request");
            press(screen, "Change");
            press(screen, "Remove");
            screen.at("dialog.ask .primary").click();
            assertThat(form.locator(".notice.bad")).isVisible();
            screen.at("#lifecycle-name").fill("Repairs and parts");
            press(screen, "Save");
            assertThat(screen.at("sb-lifecycles .segments [aria-pressed=true]")).hasText("Repairs and parts");
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void thesePagesAreForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        try (Screen screen = entered(look)) {
            for (String page : List.of(
                    "begin", "lifecycles", "macros", "views", "closure", "sign-in", "triage", "surveys", "retention")) {
                screen.visit("/admin/" + page);
                assertThat(screen.at(".admin-page h1")).isVisible();
                shown(screen, page, look);
                if (screen.at(".page-head .primary").count() > 0) {
                    screen.at(".page-head .primary").click();
                    assertThat(screen.at("dialog[open]")).isVisible();
                    shown(screen, page + "-add", look);
                }
            }
        }
    }

    private static void condition(Screen screen, String name, String value) {
        screen.at(".sentence > sb-picker > button").last().click();
        screen.at(".menu:popover-open [role=option]").filter(with(name)).click();
        screen.at(".menu:popover-open [role=option]")
                .filter(with(value))
                .first()
                .click();
    }

    private static JsonNode kept(String name) {
        return Tickets.items(administrator.get(API + "/views?limit=100")).stream()
                .filter(view -> view.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Http changing(String path) {
        return administrator.with(
                "If-Match", administrator.get(path).expect(200).header("ETag").orElseThrow());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Screen at(String page) {
        return entered(Look.USUAL).visit("/admin/" + page);
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

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody("admin-rules-" + page, look);
    }
}
