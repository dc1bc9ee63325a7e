package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an agent begins the day, what they are told meanwhile, and what they search for. */
@SwitchboardServer
class DeskStartIT {
    private AgentDesk desk;

    @BeforeEach
    void begin(RunningServer server) {
        desk = new AgentDesk(server, "supervisor");
    }

    @AfterEach
    void end() {
        desk.close();
    }

    @Test
    void theStartPageShowsOnesWorkWhatIsDueAndTheLoadOfTheTeam() {
        String mine = desk.opened("My own work");
        desk.assign(mine);
        String due = desk.opened("Promised for soon");
        desk.tickets()
                .changing(due)
                .patch(
                        Tickets.path(due, ""),
                        Map.of(
                                "nextUpdateDueAt",
                                Instant.now().plus(3, ChronoUnit.HOURS).toString()))
                .expect(200);
        try (Screen screen = desk.enter(Look.USUAL).go("/")) {
            assertThat(card(screen, "start-own")).containsText("My own work");
            assertThat(card(screen, "start-next")).containsText("Promised for soon");
            Locator load = card(screen, "start-load").locator(".load li");
            assertThat(AgentDesk.having(load, desk.name())).containsText("1 open ticket, 0 urgent");
            assertThat(AgentDesk.having(load, "Nobody")).containsText("1 open ticket, 0 urgent");
            assertThat(card(screen, "start-days").locator(".figure")).containsText("2");

            AgentDesk.having(load, desk.name()).locator("a").click();
            assertThat(screen.at("table.tickets tbody tr")).hasCount(1);
            assertThat(screen.at("table.tickets tbody tr")).containsText("My own work");
            assertThat(screen.at(".sentence")).containsText("assigned to");
        }
    }

    @Test
    void whatOneSearchesForIsMarkedInSubjectsAndPassages() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String ticket = desk.opened(mark + " Müller <b>closed</b> the café");
        desk.tickets()
                .caller()
                .post(
                        Tickets.path(ticket, "/messages"),
                        Map.of("kind", "reply", "format", "text", "body", "<i>The</i> TRÉSEN opens soon"))
                .expect(201);
        String search = "/api/v1/tickets?q=" + mark + "+soon";
        Patience.until(
                "the search knows " + ticket,
                () -> !Tickets.items(desk.tickets().caller().get(search)).isEmpty());
        try (Screen screen = desk.enter(Look.USUAL).go("/search?q=tresen")) {
            Locator found = AgentDesk.having(screen.at("table.tickets tbody tr"), mark);
            assertThat(found.locator("mark")).hasText(new String[] {"TRÉSEN"});
            assertThat(found.locator(".passage")).containsText("<i>The</i> TRÉSEN opens");

            screen.page().keyboard().press("Control+k");
            screen.at("sb-palette input").fill(mark + " muller clos");
            assertThat(screen.at("sb-palette [data-active] .subject mark"))
                    .hasText(new String[] {mark, "Müller", "clos"});
            wordsAreMarkedAsTheSearchReadsThem(screen);
        }
    }

    @Test
    void whoIsMentionedIsToldAtOnceAndWhatWasReadIsReadEverywhere() {
        String name = "writer-" + UUID.randomUUID().toString().substring(0, 8);
        Http writer = desk.people().agent(name, "agent", desk.team());
        String ticket = desk.opened("Look here");
        String other = desk.opened("And here");
        try (Screen screen = desk.enter(Look.USUAL);
                Screen elsewhere = desk.enter(Look.USUAL)) {
            assertThat(screen.at(".side .bell")).isVisible();
            mention(writer, ticket);
            assertThat(screen.at(".toast")).containsText("You were mentioned in " + ticket);
            assertThat(screen.at(".side .unread-count")).hasText("1");
            mention(writer, other);
            assertThat(screen.at(".side .unread-count")).hasText("2");

            screen.at(".side .bell").click();
            Locator panel = screen.at("dialog.notices");
            assertThat(panel.locator("li.unread")).hasCount(2);
            AgentDesk.having(panel.locator("li a"), "Look here").click();
            assertThat(screen.at(".ticket-head h1")).hasText("Look here");
            assertThat(screen.at(".side .unread-count")).hasText("1");

            elsewhere.go("/tickets/" + other);
            assertThat(elsewhere.at(".ticket-head h1")).hasText("And here");
            assertThat(elsewhere.at(".side .unread-count")).hasCount(0);
            screen.at(".side .bell").click();
            assertThat(panel.locator("li")).hasCount(2);
            assertThat(panel.locator("li.unread")).hasCount(0);
            AgentDesk.having(panel.locator(".segments button"), "Unread").click();
            assertThat(panel.locator(".state")).containsText("Nothing to tell");
        }
    }

    private static void wordsAreMarkedAsTheSearchReadsThem(Screen screen) {
        assertThat(marked(screen, "Printer prints PRINT, blueprint", "print"))
                .isEqualTo("[Print]er [print]s [PRINT], blueprint");
        assertThat(marked(screen, "Printer prints PRINT", "print ")).isEqualTo("Printer prints [PRINT]");
        assertThat(marked(screen, "Straße, cafe\u0301", "cafe STRAS")).isEqualTo("[Straß]e, [cafe\u0301]");
        assertThat(marked(screen, "VPN new, does not start", "status:new -vpn \"does not\" sta"))
                .isEqualTo("VPN new, [does] [not] [sta]rt");
        assertThat(marked(screen, "a.*b <img (c", ".*( <img")).isEqualTo("a.*b <[img] (c");
        assertThat(marked(screen, "Nothing", "\"")).isEqualTo("Nothing");
    }

    /** A text in which the desk's pages have marked what a query looks for; what is marked stands in brackets. */
    private static Object marked(Screen screen, String text, String query) {
        return screen.page().evaluate("""
                ([text, query]) => import(document.querySelector('[href$="desk/marked.js"]').href).then(({ marked, wordsOf }) =>
                  [marked(text, wordsOf(query))].flat().map(part => part.values ? `[${part.values[0]}]` : part).join(''))""", List.of(text, query));
    }

    private void mention(Http writer, String ticket) {
        writer.post(Tickets.path(ticket, "/messages"), Map.of("kind", "note", "body", "@" + desk.name() + " please"))
                .expect(201);
    }

    private static Locator card(Screen screen, String id) {
        return screen.at(".card[aria-labelledby=" + id + "]");
    }
}
