package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists as an agent wants them: conditions that read as a sentence, columns, and views that are kept. */
@SwitchboardServer
class DeskViewsIT {
    private static final String ROWS = "table.tickets tbody tr";

    private static final String HEADS = ".group-head button";

    private static final int PAGES = 8;

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
    void theListGoesOnForWhoScrollsAsFastAsItIsRead() {
        JsonNode ticket = desk.tickets().get(desk.opened(mark + " one of many")).json();
        try (Screen screen = desk.enter(Look.USUAL)) {
            screen.page().route(Pattern.compile("/api/v1/tickets\\?.*sort="), route -> answer(route, ticket));
            screen.go("/views/open");
            assertThat(screen.at(ROWS).first()).isVisible();
            screen.page().evaluate("""
                    () => {
                      const stay = () => { const list = document.querySelector('.list-scroll'); list.scrollTop = list.scrollHeight; requestAnimationFrame(stay); };
                      stay();
                    }""");
            assertThat(screen.at(ROWS)).hasCount(PAGES * 50);
        }
    }

    /** The pages of a list of which there are a few, each of fifty tickets like one. */
    private static void answer(Route route, JsonNode ticket) {
        Matcher cursor =
                Pattern.compile("cursor=(\\d+)").matcher(route.request().url());
        int page = cursor.find() ? Integer.parseInt(cursor.group(1)) : 1;
        List<JsonNode> items = IntStream.range(0, 50)
                .<JsonNode>mapToObj(row -> ((ObjectNode) ticket.deepCopy())
                        .put("id", UUID.randomUUID().toString())
                        .put("number", "SB-%d%02d".formatted(page, row)))
                .toList();
        Map<String, Object> body = new HashMap<>(Map.of("items", items));
        body.put("next", page == PAGES ? null : Integer.toString(page + 1));
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(Json.write(body)));
    }

    @Test
    void theSentenceNarrowsTheListAndStandsInTheAddress() {
        urgent("urgent");
        desk.opened(mark + " calm");
        try (Screen screen = desk.enter(Look.USUAL).go("/views/team?")) {
            assertThat(row(screen, "calm")).isVisible();
            AgentDesk.button(screen, "Filter").click();
            assertThat(screen.at(".sentence")).containsText("Show tickets under");
            condition(screen, "Priority", "P1");
            assertThat(row(screen, "calm")).hasCount(0);
            assertThat(row(screen, "urgent")).isVisible();
            assertThat(screen.page()).hasURL(Pattern.compile("priority=P1"));

            screen.page().reload();
            assertThat(row(screen, "urgent")).isVisible();
            assertThat(row(screen, "calm")).hasCount(0);
            row(screen, "urgent").locator("a.subject").click();
            screen.page().getByLabel("Back to list").click();
            assertThat(screen.at(".sentence")).containsText("with priority");

            screen.page().getByLabel("Leave out: Priority").click();
            assertThat(row(screen, "calm")).isVisible();
            condition(screen, "Tag", "");
            screen.at(".sentence input.token").fill("nothing-has-this");
            screen.at(".sentence input.token").press("Enter");
            assertThat(screen.at(".state")).containsText("No ticket fits these conditions");
        }
    }

    @Test
    void aViewIsKeptForOneselfThenSharedThenDeleted() {
        urgent("to keep");
        String name = "Hot " + mark;
        try (Screen screen = desk.enter(Look.USUAL).go("/views/team?priority=P1")) {
            assertThat(row(screen, "to keep")).isVisible();
            AgentDesk.having(screen.at(".sentence button"), "Save as a new view")
                    .click();
            Locator dialog = screen.at("sb-keep-view dialog");
            dialog.locator("#view-name").fill(name);
            dialog.locator("button.primary").click();
            assertThat(screen.at("sb-list h1")).hasText(name);
            assertThat(screen.at("sb-sidebar [aria-current=page]")).containsText(name);
            assertThat(row(screen, "to keep")).isVisible();
            assertThat(kept(name).isMissingNode()).isTrue();

            own(screen, "Rename or share");
            AgentDesk.having(dialog.locator(".choice"), "Everybody at the desk").click();
            dialog.locator("#view-name").fill(name + " for all");
            dialog.locator("button.primary").click();
            assertThat(screen.at("sb-list h1")).hasText(name + " for all");
            JsonNode shared = kept(name + " for all");
            assertThat(shared.path("reach").asText()).isEqualTo("everybody");
            assertThat(shared.path("conditions").path("priority").asText()).isEqualTo("P1");

            AgentDesk.button(screen, "Filter").click();
            screen.page().getByLabel("Leave out: Priority").click();
            AgentDesk.button(screen, "Save view").click();
            dialog.locator("button.primary").click();
            assertThat(screen.at(".sentence .ends")).hasCount(0);
            assertThat(kept(name + " for all").path("conditions").has("priority"))
                    .isFalse();

            own(screen, "Delete view");
            assertThat(dialog).containsText("for everybody who has it");
            dialog.locator("button.primary").click();
            assertThat(screen.at("sb-list h1")).hasText("Mine");
            assertThat(AgentDesk.having(screen.at("sb-sidebar li"), name)).hasCount(0);
        }
        assertThat(kept(name + " for all").isMissingNode()).isTrue();
    }

    @Test
    void columnsAreChosenAndMovedByTheKeyboardAndStay() {
        desk.opened(mark + " columns");
        try (Screen screen = desk.enter(Look.USUAL).go("/views/team?")) {
            assertThat(row(screen, "columns")).isVisible();
            screen.page().getByLabel("Columns").first().press("Enter");
            Locator tags = screen.page().getByLabel("Tags");
            screen.page().waitForResponse("**/api/v1/preferences", tags::check);
            assertThat(screen.at("table.tickets th").last()).hasText("Tags");
            Locator before = screen.page().getByLabel("Move Tags forward");
            screen.page().waitForResponse("**/api/v1/preferences", () -> before.press("Enter"));
            assertThat(screen.at("table.tickets th").last()).hasText("Updated");
            assertThat(before).isFocused();
            screen.page().keyboard().press("Escape");
            screen.page().reload();
            assertThat(screen.at("table.tickets th").last()).hasText("Updated");
            assertThat(screen.at("table.tickets th.c-tags")).hasCount(1);
        }
    }

    @Test
    void ticketsStandInGroupsThatFoldAndDoNotMoveByThemselves() {
        String hot = tagged("hot");
        String calm = tagged("calm");
        try (Screen screen = desk.enter(Look.USUAL).go("/views/all?tag=" + mark)) {
            group(screen, "Not grouped", "Assignee");
            assertThat(screen.at(HEADS)).hasText("Nobody 2 tickets");
            screen.isAccessible("a list in groups");
            desk.assign(hot);
            assertThat(row(screen, "hot")).containsText(desk.name());
            assertThat(screen.at(HEADS)).hasText("Nobody 2 tickets");
            AgentDesk.button(screen, "1 ticket belongs to another group now. Move")
                    .click();
            assertThat(screen.at(HEADS).last()).hasText("Nobody 1 ticket");
            Locator own = AgentDesk.having(screen.at(HEADS), desk.name());
            assertThat(own).containsText("1 ticket");

            own.focus();
            screen.page().keyboard().press("Enter");
            assertThat(own).hasAttribute("aria-expanded", "false");
            assertThat(row(screen, "hot")).hasCount(0);
            screen.page().keyboard().press("j");
            assertThat(screen.at(HEADS).last()).isFocused();
            desk.assign(calm);
            assertThat(row(screen, "calm")).containsText(desk.name());
            assertThat(row(screen, "hot")).hasCount(0);

            screen.page().reload();
            assertThat(screen.at(HEADS)).containsText(desk.name());
            String name = "In groups " + mark;
            keepForAll(screen, name);
            assertThat(screen.at("sb-list h1")).hasText(name);
            assertThat(screen.at(HEADS)).containsText("2 tickets");
            assertThat(kept(name).path("grouping").asText()).isEqualTo("assignee");
            group(screen, "Assignee", "Priority");
            assertThat(screen.at("#list-sort")).hasValue("priority");
            assertThat(screen.at(HEADS)).containsText("2 tickets");
        }
    }

    @Test
    void whatIsFoldedIsNotReadToItsEnd() {
        JsonNode ticket = desk.tickets().get(desk.opened(mark + " one of many")).json();
        try (Screen screen = desk.enter(Look.USUAL)) {
            screen.page().route(Pattern.compile("/api/v1/tickets\\?.*sort="), route -> answer(route, ticket));
            screen.go("/views/unassigned");
            group(screen, "Not grouped", "Type");
            assertThat(screen.at(HEADS)).containsText("50 loaded");
            screen.at(HEADS).click();
            assertThat(screen.at(HEADS)).containsText("100 loaded");
            AgentDesk.button(screen, "Load more").click();
            assertThat(screen.at(HEADS)).containsText("150 loaded");
            assertThat(screen.at(".list-end")).containsText("what is loaded so far");
        }
    }

    private static void group(Screen screen, String before, String after) {
        AgentDesk.button(screen, "Group by: " + before).click();
        Locator options = screen.at("sb-list-tools .menu:popover-open [role=option]");
        screen.page()
                .waitForResponse(
                        "**/api/v1/preferences",
                        () -> AgentDesk.having(options, after).click());
    }

    private static void keepForAll(Screen screen, String name) {
        AgentDesk.having(screen.at(".sentence button"), "Save as a new view").click();
        Locator dialog = screen.at("sb-keep-view dialog");
        AgentDesk.having(dialog.locator(".choice"), "Everybody at the desk").click();
        dialog.locator("#view-name").fill(name);
        dialog.locator("button.primary").click();
    }

    private String tagged(String subject) {
        String ticket = desk.opened(mark + " " + subject);
        desk.tickets()
                .changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("addTags", List.of(mark)))
                .expect(200);
        return ticket;
    }

    private void urgent(String subject) {
        String ticket = desk.opened(mark + " " + subject);
        desk.tickets()
                .changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("priority", "P1"))
                .expect(200);
    }

    private Locator row(Screen screen, String subject) {
        return AgentDesk.having(screen.at(ROWS), mark + " " + subject);
    }

    private static void condition(Screen screen, String name, String value) {
        screen.at(".sentence button.add").click();
        Locator options = screen.at(".sentence .menu:popover-open [role=option]");
        AgentDesk.having(options, name).first().click();
        if (!value.isEmpty()) {
            AgentDesk.having(screen.at(".sentence [data-part] .menu:popover-open [role=option]"), value)
                    .first()
                    .click();
        }
    }

    private static void own(Screen screen, String action) {
        AgentDesk.button(screen, "This view").click();
        AgentDesk.having(screen.at("sb-list-tools .menu:popover-open [role=option]"), action)
                .click();
    }

    /** A view as the administrator sees it: what somebody keeps for themselves is not there. */
    private static JsonNode kept(String name) {
        for (JsonNode view : Tickets.items(desk.people().administrator().get("/api/v1/views?limit=200"))) {
            if (view.path("name").asText().equals(name)) {
                return view;
            }
        }
        return MissingNode.getInstance();
    }
}
