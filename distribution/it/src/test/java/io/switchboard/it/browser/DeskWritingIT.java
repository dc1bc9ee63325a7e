package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What helps an agent who writes: colleagues, templates and macros by a sign, a way back, and what is still missing. */
@SwitchboardServer
class DeskWritingIT {
    private static final String TEXT = ".composer textarea";
    private static final String PREVIEW = ".composer .bar button[aria-label=Preview]";
    private static final String SEND = ".composer .send > button";
    private static final String OPTIONS = ".suggest:popover-open [role=option]";
    private static final String GUARD = "guard-closure";

    @AutoClose
    private static AgentDesk desk;

    @BeforeAll
    static void begin(RunningServer server) {
        desk = new AgentDesk(server, "supervisor");
    }

    @Test
    void aColleagueIsNamedByAnAtSignAndIsTold() {
        String name = "colleague-" + UUID.randomUUID().toString().substring(0, 8);
        Http colleague = desk.people().agent(name, "agent", desk.team());
        String ticket = desk.opened("Who knows this?");
        try (Screen screen = desk.at(ticket)) {
            screen.page().keyboard().press("n");
            screen.page().keyboard().type("Could you look, @" + name.substring(0, 14));
            assertThat(AgentDesk.having(screen.at(OPTIONS), name)).isVisible();
            screen.page().keyboard().press("Enter");
            assertThat(screen.at(TEXT)).hasValue("Could you look, @" + name + " ");
            screen.page().keyboard().type("please?");
            screen.page().keyboard().press("Control+Enter");
            assertThat(screen.at(".message.note")).containsText("@" + name);
        }
        assertThat(Tickets.items(colleague.get("/api/v1/notifications")))
                .anyMatch(notice -> notice.path("kind").asText().equals("mention"));
    }

    @Test
    void whatIsWrittenIsShownAsItWillBeReadAndWrittenOn() {
        String ticket = desk.opened("How does it look?");
        String seen = ".composer .seen";
        try (Screen screen = desk.at(ticket)) {
            screen.page().keyboard().press("n");
            screen.at(TEXT).fill("It is **off** <b>again</b>");
            screen.at(PREVIEW).click();
            assertThat(screen.at(seen + " strong")).hasText("off");
            assertThat(screen.at(seen)).containsText("<b>again</b>");
            assertThat(screen.at(TEXT)).isHidden();
            screen.at(PREVIEW).click();
            assertThat(screen.at(seen)).hasCount(0);
            assertThat(screen.at(TEXT)).isFocused();
            assertThat(screen.at(TEXT)).hasValue("It is **off** <b>again</b>");
        }
    }

    @Test
    void aSlashFindsTemplatesAndMacrosAndEscapeLeavesTheTextAsItIs() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        desk.shelved(
                "/templates",
                Map.of("name", "Greeting " + mark, "reach", "everybody", "body", "Hello from {{ticket.number}}"));
        desk.shelved(
                "/macros",
                Map.of(
                        "name",
                        "Hurry " + mark,
                        "reach",
                        "everybody",
                        "steps",
                        List.of(Map.of("set", Map.of("priority", "P1")))));
        String ticket = desk.opened("Slash");
        try (Screen screen = desk.at(ticket)) {
            screen.page().keyboard().press("r");
            screen.page().keyboard().type("/" + mark);
            assertThat(screen.at(OPTIONS)).hasCount(2);
            screen.page().keyboard().press("Escape");
            assertThat(screen.at(OPTIONS)).hasCount(0);
            assertThat(screen.at(TEXT)).hasValue("/" + mark);
            assertThat(screen.at(TEXT)).isFocused();
            screen.at(TEXT).fill("");
            screen.page().keyboard().type("Dear you,\n/greeting " + mark);
            assertThat(screen.at(OPTIONS)).hasCount(1);
            screen.page().keyboard().press("Tab");
            assertThat(screen.at(TEXT)).hasValue("Dear you,\nHello from " + ticket);

            screen.at(TEXT).press("End");
            screen.page().keyboard().type("\n/hurry " + mark);
            assertThat(screen.at(OPTIONS)).hasCount(1);
            screen.page().keyboard().press("Enter");
            assertThat(screen.at("sb-macro dialog")).containsText("P1 Critical");
            screen.at("sb-macro dialog button.primary").click();
            assertThat(screen.at(".properties .picker .priority")).containsText("P1");
            assertThat(screen.at(TEXT)).hasValue("Dear you,\nHello from " + ticket + "\n");
        }
    }

    @Test
    void aReplyCanBeTakenBackForAMomentAndIsSentOnlyThen() {
        String ticket = desk.opened("Take it back");
        desk.undoFor(20);
        try (Screen screen = desk.at(ticket)) {
            screen.at(TEXT).fill("Too hasty");
            screen.at(SEND).click();
            Locator held = screen.at(".message.held");
            assertThat(held).containsText("Too hasty");
            assertThat(screen.at(TEXT)).hasValue("");
            assertThat(desk.tickets().bodies(ticket)).doesNotContain("Too hasty");
            AgentDesk.button(screen, "Undo").click();
            assertThat(held).hasCount(0);
            assertThat(screen.at(TEXT)).hasValue("Too hasty");
            screen.at(TEXT).fill("Well considered");
            screen.at(SEND).click();
            AgentDesk.button(screen, "Send now").click();
            assertThat(AgentDesk.having(screen.at(".message.reply:not(.held)"), "Well considered"))
                    .isVisible();
            screen.page().reload();
            assertThat(screen.at(TEXT)).hasValue("");
        } finally {
            desk.undoFor(0);
        }
        assertThat(desk.tickets().bodies(ticket)).contains("Well considered").doesNotContain("Too hasty");
    }

    @Test
    void aReplyThatWaitsIsSentByItselfAlsoFromAnotherPageAndByWhoLeaves() {
        String first = desk.opened("Goes on elsewhere");
        String second = desk.opened("Leaves the desk");
        desk.undoFor(8);
        try (Screen screen = desk.at(first)) {
            screen.at(TEXT).fill("By itself");
            screen.at(SEND).click();
            assertThat(screen.at(".message.held")).isVisible();
            screen.at(TEXT).fill("Begun since");
            screen.page().keyboard().press("Escape");
            screen.page().getByLabel("Back to list").click();
            screen.page().goBack();
            assertThat(screen.at(TEXT)).hasValue("Begun since");
            screen.page().getByLabel("Back to list").click();
            screen.page().waitForCondition(() -> desk.tickets().bodies(first).contains("By itself"));

            screen.go("/tickets/" + second);
            screen.at(TEXT).fill("On the way out");
            screen.at(SEND).click();
            assertThat(screen.at(".message.held")).isVisible();
            screen.page().navigate("about:blank");
            screen.page().waitForCondition(() -> desk.tickets().bodies(second).contains("On the way out"));
            screen.go("/tickets/" + second);
            assertThat(screen.at(".message.reply")).containsText("On the way out");
            assertThat(screen.at(TEXT)).hasValue("");
        } finally {
            desk.undoFor(0);
        }
        assertThat(desk.tickets().bodies(second))
                .filteredOn("On the way out"::equals)
                .hasSize(1);
    }

    @Test
    void aReplyThatCannotBeSentComesBackToWhoWroteIt() {
        String ticket = desk.opened("No way out");
        desk.undoFor(20);
        try (Screen screen = desk.at(ticket)) {
            screen.at(TEXT).fill("Into the tunnel");
            screen.at(SEND).click();
            screen.context().setOffline(true);
            AgentDesk.button(screen, "Send now").click();
            assertThat(screen.at(TEXT)).hasValue("Into the tunnel");
            assertThat(screen.at(".composer .notice.bad")).containsText("Not sent");
            screen.context().setOffline(false);
            assertThat(screen.at(".offline-bar"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        } finally {
            desk.undoFor(0);
        }
        assertThat(desk.tickets().bodies(ticket)).doesNotContain("Into the tunnel");
    }

    @Test
    void whatClosingStillLacksIsTickedOffInItsPlace() {
        Http administrator = desk.people().administrator();
        new Plugins(administrator).install(GUARD);
        try {
            closeWhatLacksSomething();
        } finally {
            administrator.delete(Plugins.path(GUARD, "")).expect(204);
        }
    }

    private void closeWhatLacksSomething() {
        String ticket = desk.opened("Not yet closed");
        desk.people()
                .administrator()
                .post(Tickets.path(ticket, "/tasks"), Map.of("title", "Tell the team"))
                .expect(201);
        desk.tickets().move(ticket, "in_progress").expect(200);
        desk.tickets().move(ticket, "resolved").expect(200);
        Patience.until(
                "the guard says what closing lacks",
                () -> desk.people()
                        .administrator()
                        .get(Tickets.path(ticket, "/transitions"))
                        .text()
                        .contains("tasks-open"));
        try (Screen screen = desk.at(ticket)) {
            screen.page().getByLabel(Pattern.compile("^Change Status")).click();
            AgentDesk.having(screen.at(".menu:popover-open [role=option]"), "Closed")
                    .click();
            Locator demands = screen.at(".demands");
            assertThat(demands.locator("h3")).containsText("things are still missing");
            // A box that is ticked may be gone before one could look at it.
            demands.locator(".tasks input").click();
            assertThat(AgentDesk.having(demands.locator("li.met"), "task")).hasCount(1);
            demands.locator("#demand-minutes").fill("20");
            AgentDesk.having(demands.locator("button"), "Record time").click();
            assertThat(AgentDesk.having(demands.locator("li.met"), "time")).isVisible();
            if (demands.locator("select[aria-label=Category]").count() > 0) {
                demands.locator("select[aria-label=Category]").selectOption(new SelectOption().setIndex(1));
            }
            demands.locator("select[name=verification]").selectOption("confirmation");
            assertThat(demands.locator("h3")).hasText("All of this is given");
            screen.at("sb-move button.primary").click();
            assertThat(screen.at(".properties .picker .status")).hasText("Closed");
        }
        assertThat(desk.tickets().status(ticket)).isEqualTo("closed");
    }

    @Test
    void anUrgentTicketIsNotResolvedWithoutItsCauseAndTheFormSaysSoFirst() {
        String ticket = desk.opened("All is down");
        desk.tickets()
                .changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("priority", "P1"))
                .expect(200);
        desk.tickets().move(ticket, "in_progress").expect(200);
        try (Screen screen = desk.at(ticket)) {
            screen.page().getByLabel(Pattern.compile("^Change Status")).click();
            AgentDesk.having(screen.at(".menu:popover-open [role=option]"), "Resolved")
                    .click();
            Locator demands = screen.at(".demands");
            assertThat(demands).containsText("Say what caused it");
            screen.at("#move-rootCause").fill("A full disk");
            assertThat(AgentDesk.having(demands.locator("li.met"), "Say what caused it"))
                    .isVisible();
            screen.at("#move-summary").fill("Made room on the disk");
            screen.at("#move-plan").fill("Watch the disk");
            screen.at("sb-move button.primary").click();
            assertThat(screen.at(".properties .picker .status")).hasText("Resolved");
        }
    }
}
