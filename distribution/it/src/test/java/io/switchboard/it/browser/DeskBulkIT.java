package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One change to many tickets of a list, and what is told of those to which it could not be made. */
@SwitchboardServer
class DeskBulkIT {
    private static final String BAR = ".bulk-bar";

    @AutoClose
    private static AgentDesk desk;

    private String mark = "";

    @BeforeAll
    static void begin(RunningServer server) {
        desk = new AgentDesk(server, "supervisor");
    }

    @BeforeEach
    void marked() {
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void severalTicketsGetAPriorityAndTagsWithoutLosingTheirOwn() {
        String one = opened("one");
        desk.tickets()
                .changing(one)
                .patch(Tickets.path(one, ""), Map.of("tags", List.of("known")))
                .expect(200);
        List<String> tickets = List.of(one, opened("two"), opened("three"));
        try (Screen screen = atTeam()) {
            chooser(screen, "three").click();
            chooser(screen, "one").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertThat(screen.at(BAR)).containsText("3 selected");
            pick(screen, "Priority", "P1");
            assertThat(screen.at(".toast").last()).containsText("3 tickets changed: P1");
            assertThat(screen.at(BAR)).hasCount(0);
            assertThat(row(screen, "two").locator(".priority")).hasText("P1");

            chooser(screen, "one").click();
            chooser(screen, "two").click();
            pick(screen, "More", "Add tags");
            Locator dialog = screen.at("sb-bulk-confirm dialog");
            assertThat(dialog.locator(".will")).containsText("The tags that they have stay");
            dialog.locator("#bulk-tags").fill("Audit, q4");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".toast").last()).containsText("2 tickets changed");
        }
        assertThat(tags(tickets.get(0))).containsExactlyInAnyOrder("audit", "known", "q4");
        assertThat(tags(tickets.get(1))).containsExactlyInAnyOrder("audit", "q4");
        assertThat(tags(tickets.get(2))).isEmpty();
    }

    @Test
    void whatCouldNotBeDoneIsSaidWithItsReasonAndStaysSelected() {
        String open = opened("open");
        String solved = opened("solved");
        desk.tickets().move(solved, "in_progress").expect(200);
        desk.tickets().move(solved, "resolved").expect(200);
        try (Screen screen = atTeam()) {
            screen.go("/search?q=" + mark);
            assertThat(row(screen, "solved")).isVisible();
            assertThat(row(screen, "open")).isVisible();
            screen.at("thead .chooser input").click();
            assertThat(screen.at(BAR)).containsText("2 selected");
            pick(screen, "Status", "In progress");
            Locator summary = screen.at("sb-bulk-summary dialog");
            assertThat(summary).containsText("1 ticket was not changed");
            assertThat(summary).containsText("1 ticket changed: In progress");
            assertThat(summary.locator(".refusal h3")).hasText("From “Resolved” a ticket cannot go to “In progress”.");
            assertThat(summary.locator(".refusal a")).containsText(solved);
            AgentDesk.having(summary.locator("button"), "Close").click();
            assertThat(screen.at(BAR)).containsText("1 selected");
            assertThat(chooser(screen, "solved")).isChecked();
        }
        assertThat(desk.tickets().status(open)).isEqualTo("in_progress");
        assertThat(desk.tickets().status(solved)).isEqualTo("resolved");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsTriedAgainWhenOneSaysSo() {
        String ticket = opened("contended");
        try (Screen screen = atTeam()) {
            chooser(screen, "contended").click();
            screen.context().route("**/api/v1/tickets/bulk", route -> {
                if (!desk.field(ticket, "impact").equals("high")) {
                    desk.tickets()
                            .changing(ticket)
                            .patch(Tickets.path(ticket, ""), Map.of("impact", "high"))
                            .expect(200);
                }
                route.resume();
            });
            pick(screen, "Priority", "P2");
            Locator summary = screen.at("sb-bulk-summary dialog");
            assertThat(summary).containsText("Changed by somebody else meanwhile");
            summary.locator("button.primary").click();
            assertThat(screen.at(".toast").last()).containsText("1 ticket changed: P2");
        }
        assertThat(desk.field(ticket, "priority")).isEqualTo("P2");
    }

    @Test
    void theKeyboardChoosesARangeAndAMacroIsAppliedToAllOfIt() {
        List<String> tickets = List.of(opened("first"), opened("second"), opened("third"));
        String macro = "Nod " + mark;
        desk.shelved(
                "/macros",
                Map.of(
                        "name",
                        macro,
                        "reach",
                        "everybody",
                        "steps",
                        List.of(Map.of("note", Map.of("text", "Seen: {{ticket.subject}}")))));
        try (Screen screen = atTeam()) {
            row(screen, "third").locator("a.subject").focus();
            screen.page().keyboard().press("x");
            screen.page().keyboard().press("j");
            screen.page().keyboard().press("j");
            screen.page().keyboard().press("Shift+X");
            assertThat(screen.at(BAR)).containsText("3 selected");
            screen.page().keyboard().press("Escape");
            assertThat(screen.at(BAR)).hasCount(0);
            screen.page().keyboard().press("x");
            pick(screen, "Macro", macro);
            Locator dialog = screen.at("sb-bulk-confirm dialog");
            assertThat(dialog.locator(".will")).containsText("All steps of the macro are taken, or none");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".toast").last()).containsText("1 ticket changed: " + macro);
        }
        assertThat(desk.tickets().bodies(tickets.get(0))).contains("Seen: " + mark + " first");
    }

    private String opened(String subject) {
        return desk.opened(mark + " " + subject);
    }

    private Screen atTeam() {
        Screen screen = desk.enter(Look.USUAL).go("/views/team?");
        assertThat(AgentDesk.having(screen.at("table.tickets tbody tr"), mark).first())
                .isVisible();
        return screen;
    }

    private Locator row(Screen screen, String subject) {
        return AgentDesk.having(screen.at("table.tickets tbody tr"), mark + " " + subject);
    }

    private Locator chooser(Screen screen, String subject) {
        return row(screen, subject).locator(".chooser input");
    }

    private static void pick(Screen screen, String what, String option) {
        AgentDesk.having(screen.at(BAR + " .doing button"), what).first().click();
        AgentDesk.having(screen.at(BAR + " .menu:popover-open [role=option]"), option)
                .first()
                .click();
    }

    private static List<String> tags(String ticket) {
        return Json.list(desk.tickets().get(ticket).json().path("tags")).stream()
                .map(JsonNode::asText)
                .toList();
    }
}
