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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins add to open pages: it comes, works, breaks and goes, and the page around it goes on. */
class SlotsIT {
    private static final String BROKEN = "test-broken-pages";
    private static final String EVERYWHERE = "test-every-slot";
    private static final Set<String> ADDED = Set.of("example-panel", BROKEN, EVERYWHERE);
    private static final LocatorAssertions.IsVisibleOptions SLOWLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private static AgentDesk desk;
    private static RunningServer server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        desk = new AgentDesk(server, "agent");
    }

    @AfterAll
    static void end() {
        if (desk != null) {
            desk.close();
        }
        if (server != null) {
            server.close();
        }
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
        plugins.upload("", broken().archive("1.0.0")).expect(201);
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
                .adds("desk-nav", "Nav", "Own page", says("Nav", "`page of ${this.context.user.name}`"))
                .adds("start-card", "Card", "Own card", says("Card", "`card in ${this.context.language}`"))
                .adds(
                        "thread-entry",
                        "Entry",
                        "Own entry",
                        says("Entry", "`said on ${this.context.ticket.number}: ${this.context.message.kind}`"))
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
                            plugin.adds("start-card", "Second", "Another card", says("Second", "'of the new version'"))
                                    .archive("1.1.0"))
                    .expect(201);
            assertThat(screen.at(".slot-card").last()).containsText("of the new version");
            assertThat(screen.at(".slot-card")).hasCount(2);
            plugins.caller().delete(Plugins.path(EVERYWHERE, "")).expect(204);
            assertThat(screen.at(".slot-card")).hasCount(0);
        }
    }

    private static PagePlugin broken() {
        return PagePlugin.of(BROKEN)
                .adds(
                        "ticket-panel",
                        "Constructed",
                        "In its constructor",
                        "export class Constructed extends HTMLElement { constructor() { super(); throw new"
                                + " Error('broken'); } }")
                .adds(
                        "ticket-panel",
                        "Connected",
                        "When it comes",
                        "export class Connected extends HTMLElement { connectedCallback() { throw new Error('broken');"
                                + " } }")
                .adds(
                        "ticket-panel",
                        "Drawn",
                        "While it draws",
                        "import { LitElement } from 'lit'; export class Drawn extends LitElement { render() { throw"
                                + " new Error('broken'); } }")
                .adds("ticket-panel", "Absent", "Not there", "export const other = 1;")
                .adds("ticket-panel", "Plain", "No element", "export class Plain {}")
                .adds(
                        "ticket-panel",
                        "Evaluated",
                        "Evaluates",
                        "export class Evaluated extends HTMLElement { constructor() { super(); eval('1'); } }")
                .adds(
                        "ticket-panel",
                        "Hanging",
                        "Hangs",
                        "await new Promise(() => {}); export class Hanging extends HTMLElement {}")
                .adds("ticket-panel", "Stumbling", "Later", pressed("Stumbling", "throw new Error('broken');"))
                .adds("ticket-panel", "Sound", "Sound", pressed("Sound", "this.count += 1; this.requestUpdate();"));
    }

    private static String pressed(String name, String run) {
        return """
                import { html } from 'lit';
                import { PageElement } from 'switchboard/kit';
                export class %s extends PageElement {
                  count = 1;
                  render() { return html`<button type="button" @click=${() => this.press()}>Count to ${this.count}</button>`; }
                  press() { %s }
                }""".formatted(name, run);
    }

    private static String says(String name, String expression) {
        return "export class " + name + " extends HTMLElement { connectedCallback() { this.textContent = " + expression
                + "; } }";
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

    private static Plugins plugins() {
        Http administrator = server.administrator();
        return new Plugins(administrator);
    }

    private static Screen administering() {
        return desk.window(Look.USUAL).administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD);
    }
}
