package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.PagePlugin;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins add to open pages: it comes, works, breaks and goes, and the page around it goes on. */
class SlotsIT {
    private static final String BROKEN = "test-broken-pages";
    private static final String EVERYWHERE = "test-every-slot";
    private static final Set<String> ADDED = Set.of("example-panel", "example-portal", BROKEN, EVERYWHERE);
    private static final LocatorAssertions.IsVisibleOptions SLOWLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    private static final LocatorAssertions.HasCountOptions GONE =
            new LocatorAssertions.HasCountOptions().setTimeout(60_000);

    @AutoClose
    private static AgentDesk desk;

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        desk = new AgentDesk(server, "agent");
    }

    @AfterEach
    void tidy() {
        Plugins plugins = plugins();
        plugins.states().stream()
                .map(state -> state.substring(0, state.indexOf(' ')))
                .filter(ADDED::contains)
                .forEach(id -> plugins.caller().delete(Plugins.path(id, "")).expect(204));
    }

    @Test
    void aPluginAppearsInAnOpenTicketWorksThereAndGoesAgain() {
        String ticket = desk.opened("The printer on the third floor");
        try (Screen screen = desk.at(ticket)) {
            assertThat(screen.at(".slot-panel")).hasCount(0);
            screen.at(".composer textarea").fill("Half a sentence that");
            Plugins plugins = plugins();
            plugins.upload("", PagePlugin.example()).expect(201);

            Locator panel = screen.at(".slot-panel");
            assertThat(panel).isVisible();
            assertThat(panel).containsText("This ticket has not been handed over in writing yet.");
            Locator dialog = AgentDesk.action(screen, "Hand over in writing");
            assertThat(dialog.locator("textarea").first()).isFocused();
            AgentDesk.button(screen, "Write the note").click();
            assertThat(dialog.locator(".notice.bad")).hasText("Answer at least one question.");
            dialog.getByLabel("What comes next?").fill("Order a new drum.");
            AgentDesk.button(screen, "Write the note").click();
            assertThat(dialog).hasCount(0);
            assertThat(screen.at(".message.note").last()).containsText("Order a new drum.");
            assertThat(panel.locator("dd")).hasText("Order a new drum.");

            plugins.caller().delete(Plugins.path("example-panel", "")).expect(204);
            assertThat(panel).hasCount(0);
            screen.at("sb-actions > sb-picker > button").click();
            assertThat(screen.at("sb-actions .menu:popover-open")).not().containsText("Hand over in writing");
            assertThat(screen.at(".composer textarea")).hasValue("Half a sentence that");
        }
    }

    @Test
    void anAdministratorSaysWhatAHandOverAnswersAndAnAgentIsNotShownThatPage() {
        Plugins plugins = plugins();
        try (Screen screen = administering()) {
            screen.visit("/admin/x/example-panel/HandOverPage");
            assertThat(screen.at(".state h2")).hasText("This page is not there");
            plugins.upload("", PagePlugin.example()).expect(201);
            assertThat(screen.at("sb-slot-page input")).hasCount(3);
            screen.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hand-over"))
                    .click();
            screen.page().getByLabel("Remove question 3").click();
            screen.at("sb-slot-page input").first().fill("What did the customer say last?");
            AgentDesk.button(screen, "Save").click();
            assertThat(screen.at(".toast")).hasText("The questions are saved.");
            screen.isAccessible("after saving");
        }
        try (Screen screen = desk.at(desk.opened("Which page is whose"))) {
            Locator dialog = AgentDesk.action(screen, "Hand over in writing");
            assertThat(dialog.locator("textarea")).hasCount(2);
            assertThat(dialog.getByLabel("What did the customer say last?")).isVisible();
            screen.page().keyboard().press("Escape");
            Object titles = screen.page()
                    .evaluate("() => fetch('/api/v1/ui/contributions').then(got => got.json())"
                            + ".then(page => page.items.map(one => one.slot).sort().join(' '))");
            Assertions.assertThat(titles).isEqualTo("ticket-action ticket-panel");
        }
    }

    @Test
    void whatThrowsHangsOrIsNotThereSaysSoInItsPlaceAndNothingElseBreaks() {
        String ticket = desk.opened("Broken panels");
        Plugins plugins = plugins();
        plugins.upload("", AddedElements.broken(BROKEN, "ticket-panel").archive("1.0.0"))
                .expect(201);
        try (Screen screen = desk.at(ticket)) {
            for (String title : new String[] {
                "In its constructor", "When it comes", "While it draws", "Not there", "No element", "Evaluates"
            }) {
                assertThat(panel(screen, title).locator(".slot-notice"))
                        .containsText("“" + title + "” of the plugin " + BROKEN + " does not work at the moment.");
            }
            assertThat(panel(screen, "Sound").locator("button")).hasText("Count to 1");
            assertThat(panel(screen, "Hangs").locator(".slot-notice")).isVisible(SLOWLY);
            assertThat(panel(screen, "Hangs").locator(".slot-notice")).containsText("does not answer");
            screen.isAccessible("broken panels");

            panel(screen, "Later").locator("button").click();
            assertThat(panel(screen, "Later").locator(".slot-notice")).containsText("failed at what was asked");
            assertThat(panel(screen, "Later").locator("button").first()).isVisible();
            screen.page().keyboard().press("n");
            screen.at(".composer textarea").fill("The desk goes on");
            screen.at(".composer .send > button").click();
            assertThat(screen.at(".message.note").last()).containsText("The desk goes on");
            panel(screen, "Sound").locator("button").click();
            assertThat(panel(screen, "Sound").locator("button")).hasText("Count to 2");
            // The policy of the page refused what was to be evaluated.
            Assertions.assertThat(screen.takeWrong()).allMatch(wrong -> wrong.startsWith("policy: "));
        }
    }

    @Test
    void everySlotOfTheDeskShowsWhatIsAddedToIt() {
        String ticket = desk.opened("Slots everywhere");
        Plugins plugins = plugins();
        PagePlugin plugin = PagePlugin.of(EVERYWHERE)
                .adds("desk-nav", "Nav", "Own page", AddedElements.says("Nav", "`page of ${this.context.user.name}`"))
                .adds(
                        "start-card",
                        "Card",
                        "Own card",
                        AddedElements.says("Card", "`card in ${this.context.language}`"))
                .adds(
                        "thread-entry",
                        "Entry",
                        "Own entry",
                        AddedElements.says(
                                "Entry", "`said on ${this.context.ticket.number}: ${this.context.message.kind}`"))
                .adds("composer-action", "Compose", "Own words", """
                        export class Compose extends HTMLElement {
                          connectedCallback() {
                            const button = document.createElement('button');
                            button.textContent = 'Put it in';
                            button.onclick = () => { this.context.insert('words of a plugin'); this.context.close(); };
                            this.append(button);
                          }
                        }""");
        plugins.upload("", plugin.archive("1.0.0")).expect(201);
        try (Screen screen = desk.at(ticket)) {
            assertThat(screen.at(".slot-entry").first()).hasText("said on " + ticket + ": customer");
            screen.page().keyboard().press("n");
            screen.page().getByLabel("Own words").click();
            AgentDesk.button(screen, "Put it in").click();
            assertThat(screen.at(".composer textarea")).hasValue("words of a plugin");
            screen.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Own page"))
                    .click();
            assertThat(screen.at("sb-slot-page h1")).hasText("Own page");
            assertThat(screen.at(".slot-page")).containsText("page of ");
            assertThat(screen.page()).hasURL(Pattern.compile(".*/desk/x/test-every-slot/Nav$"));
            screen.go("/");
            assertThat(screen.at(".slot-card")).containsText("card in en");

            plugins.upload(
                            "",
                            plugin.adds(
                                            "start-card",
                                            "Second",
                                            "Another card",
                                            AddedElements.says("Second", "'of the new version'"))
                                    .archive("1.1.0"))
                    .expect(201);
            assertThat(screen.at(".slot-card").last()).containsText("of the new version");
            assertThat(screen.at(".slot-card")).hasCount(2);
            plugins.caller().delete(Plugins.path(EVERYWHERE, "")).expect(204);
            assertThat(screen.at(".slot-card")).hasCount(0);
        }
    }

    @Test
    void customersSeeWhatIsAddedToTheirFrontPageAndWhatTheyAnswerGoesIntoTheRequest() {
        try (Screen screen = asking()) {
            screen.page().getByLabel("What is it about?").fill("The scanner is dead");
            Plugins plugins = plugins();
            plugins.upload("", PagePlugin.exampleForCustomers()).expect(201);

            assertThat(screen.at(".slot-panel")).isVisible(SLOWLY);
            assertThat(screen.at(".slot-panel")).containsText("None that we know of.");
            screen.page().getByLabel("Place").selectOption("Warehouse");
            screen.isAccessible("front page with elements of a plugin");
            screen.page().getByLabel("What happened?").fill("It has no light");
            screen.page().getByLabel("Your name").fill("Bo");
            // The desk has to refuse it, not the browser.
            screen.page().evaluate("() => { document.querySelector('form').noValidate = true; }");
            screen.page().getByLabel("Your mail address").fill("no address");
            AgentDesk.button(screen, "Ask for help").click();
            assertThat(screen.at(".errors")).containsText("Email must be");
            assertThat(screen.page().getByLabel("Place")).hasValue("Warehouse");
            screen.page().getByLabel("Your mail address").fill("bo@example.org");
            AgentDesk.button(screen, "Ask for help").click();
            assertThat(screen.at("h1")).hasText("We have it");
            Assertions.assertThat(desk.field(screen.at("strong").textContent(), "description"))
                    .isEqualTo("It has no light\n\nWhere is it? Warehouse");

            screen.visit("/");
            assertThat(screen.page().getByLabel("Place")).isVisible();
            plugins.caller().delete(Plugins.path("example-portal", "")).expect(204);
            assertThat(screen.at(".slot-panel")).hasCount(0, GONE);
            assertThat(screen.page().getByLabel("Place")).hasCount(0);
        }
    }

    @Test
    void whatBreaksInThePagesOfCustomersKeepsNobodyFromAsking() {
        plugins()
                .upload("", AddedElements.broken(BROKEN, "portal-form-field").archive("1.0.0"))
                .expect(201);
        try (Screen screen = asking()) {
            Locator notices = screen.at(".slot-field .slot-notice");
            assertThat(AgentDesk.having(notices, "“While it draws” does not work at the moment."))
                    .isVisible();
            assertThat(AgentDesk.having(notices, "“Hangs” does not answer.")).isVisible(SLOWLY);
            AgentDesk.button(screen, "Count to 1").last().click();
            assertThat(AgentDesk.button(screen, "Count to 2")).isVisible();
            screen.isAccessible("front page with broken elements");
            screen.page().getByLabel("What is it about?").fill("Still asking");
            screen.page().getByLabel("What happened?").fill("In spite of it all");
            screen.page().getByLabel("Your name").fill("Bo");
            screen.page().getByLabel("Your mail address").fill("still@example.org");
            AgentDesk.button(screen, "Ask for help").click();
            assertThat(screen.at("h1")).hasText("We have it");
            Assertions.assertThat(screen.takeWrong()).allMatch(wrong -> wrong.startsWith("policy: "));
        }
    }

    private static Locator panel(Screen screen, String title) {
        return screen.at(".slot-panel")
                .filter(new Locator.FilterOptions()
                        .setHas(screen.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName(title)
                                                .setExact(true))));
    }

    private static Screen asking() {
        return desk.window(Look.USUAL).visit("/");
    }

    private static Plugins plugins() {
        Http administrator = server.administrator();
        return new Plugins(administrator);
    }

    private static Screen administering() {
        return desk.window(Look.USUAL).administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
    }
}
