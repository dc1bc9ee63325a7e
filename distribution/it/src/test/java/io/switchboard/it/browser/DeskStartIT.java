package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where an agent begins the day, and what they are told meanwhile. */
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

    private void mention(Http writer, String ticket) {
        writer.post(Tickets.path(ticket, "/messages"), Map.of("kind", "note", "body", "@" + desk.name() + " please"))
                .expect(201);
    }

    private static Locator card(Screen screen, String id) {
        return screen.at(".card[aria-labelledby=" + id + "]");
    }
}
