package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a ticket of the work on it: time, diagnostic questions, and the chain as one story. */
class DeskWorkIT {
    @AutoClose
    private static AgentDesk desk;

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        desk = new AgentDesk(server, "agent");
        desk.people()
                .administrator()
                .with("If-Match", "*")
                .put(
                        "/api/v1/diagnostic-questions",
                        Map.of("sets", List.of(Map.of("category", "technical-issues", "questions", questions()))))
                .expect(200);
    }

    @Test
    void timeIsRecordedCorrectedAndTakenAwayBesideTheTicket() {
        String ticket = desk.opened("A long piece of work");
        try (Screen screen = desk.at(ticket)) {
            Locator time = screen.at(".time-spent");
            assertThat(time.locator(".total")).hasCount(0);
            time.getByLabel("Minutes").fill("75");
            time.locator("select").selectOption("research");
            time.getByLabel("What was done (optional)").fill("Read the log of last night");
            time.getByLabel("Record time").click();
            assertThat(time.locator(".total")).hasText("1 hr 15 min");
            assertThat(time.locator(".time-entry")).containsText("Read the log of last night");
            assertThat(time.locator(".adding [name=minutes]")).hasValue("");

            time.getByLabel("Correct 1 hr 15 min").click();
            assertThat(time.locator(".editing [name=minutes]")).isFocused();
            time.locator(".editing [name=minutes]").fill("1500");
            screen.page().keyboard().press("Enter");
            assertThat(time.locator(".notice.bad")).isVisible();
            time.locator(".editing [name=minutes]").fill("20");
            screen.page().keyboard().press("Enter");
            assertThat(time.locator(".total")).hasText("20 min");
            assertThat(sheet(ticket).at("/items/0/kind").asText()).isEqualTo("research");

            time.getByLabel("Start the clock").click();
            screen.page().reload();
            time.locator(".running").click();
            assertThat(time.locator(".adding [name=minutes]")).hasValue("1");
            assertThat(time.locator(".adding [name=minutes]")).isFocused();
            time.getByLabel("Remove 20 min").click();
            assertThat(time.locator(".time-entry")).hasCount(0);
            assertThat(sheet(ticket).path("totalMinutes").asInt()).isZero();
        }
    }

    @Test
    void byWhenSomethingMustBeDoneStandsBesideTheTicketAndWhatIsLateSaysSo() {
        String ticket = desk.opened("In a hurry");
        ObjectNode told = (ObjectNode) desk.tickets().get(ticket).expect(200).json();
        ArrayNode deadlines = told.putArray("deadlines");
        deadlines.addObject().put("kind", "first_response").put("metAt", "2026-03-01T08:00:00Z");
        deadlines.addObject().put("kind", "resolution").put("dueAt", "2026-03-01T08:00:00Z");
        deadlines.addObject().put("kind", "of-a-plugin").putNull("dueAt");
        told.put("expectedResolutionAt", "2026-03-02T08:00:00Z");
        try (Screen screen = desk.enter(Look.USUAL)) {
            screen.page()
                    .route(
                            Pattern.compile("/api/v1/tickets/[^/?]+$"),
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setContentType("application/json")
                                    .setBody(told.toString())));
            screen.go("/tickets/" + ticket);
            Locator properties = screen.at(".properties");
            assertThat(properties).containsText(Pattern.compile("First response\\s*Met"));
            assertThat(properties.locator(".due.late")).containsText("Late:");
            assertThat(properties).containsText(Pattern.compile("of-a-plugin\\s*Its clock stands still"));
            assertThat(properties).containsText("Solution expected");
        }
    }

    @Test
    void whatTheCategoryAsksIsAnsweredInPlaceAndKeptInTheTicket() {
        String ticket = asking("Nothing works");
        try (Screen screen = desk.at(ticket)) {
            Locator asked = screen.at(".diagnostics");
            assertThat(asked.locator("h2")).containsText("2 to answer");
            asked.getByLabel("Which system?").selectOption("Linux");
            assertThat(asked.locator("h2")).containsText("1 to answer");
            asked.getByLabel("How many are affected?").fill("12");
            asked.getByLabel("How many are affected?").blur();
            assertThat(asked.getByLabel("Which system?")).hasValue("Linux");
            asked.locator(".segments button").first().click();
            assertThat(asked.locator("h2")).containsText("answered");
            assertThat(asked.locator(".segments button").first()).hasAttribute("aria-pressed", "true");
            JsonNode fields = desk.tickets().get(ticket).json().path("fields");
            assertThat(fields.path("diagnostic.system").asText()).isEqualTo("Linux");
            assertThat(fields.path("diagnostic.users").asInt()).isEqualTo(12);
            assertThat(fields.path("diagnostic.again").asBoolean()).isTrue();
            screen.page().reload();
            assertThat(asked.getByLabel("How many are affected?")).hasValue("12");
        }
        try (Screen screen = desk.at(desk.opened("Nothing is asked here"))) {
            assertThat(screen.at(".time-spent")).isVisible();
            assertThat(screen.at(".diagnostics")).hasCount(0);
        }
    }

    @Test
    void anAnswerThatSomebodyElseGaveMeanwhileIsNotOverwritten() {
        String ticket = asking("Two who ask");
        try (Screen screen = desk.at(ticket)) {
            Locator system = screen.at(".diagnostics").getByLabel("Which system?");
            assertThat(system).isVisible();
            screen.page().route("**/api/v1/events", route -> route.abort());
            String id = desk.field(ticket, "id");
            screen.page().route("**/diagnostics", route -> {
                if (route.request().method().equals("PUT")) {
                    screen.page().unroute("**/diagnostics");
                    desk.tickets()
                            .changing(id)
                            .put(Tickets.path(id, "/diagnostics"), Map.of("answers", Map.of("system", "Windows")))
                            .expect(200);
                }
                route.resume();
            });
            system.selectOption("Linux");
            Locator conflict = screen.at(".conflict");
            assertThat(conflict).containsText("Which system?: Linux");
            assertThat(system).hasValue("Windows");
            conflict.locator("button.primary").click();
            assertThat(conflict).hasCount(0);
            assertThat(system).hasValue("Linux");
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT, en-GB", "1440, DARK, de-DE", "390, LIGHT, de-DE", "390, DARK, en-GB"})
    void theWorkOnATicketAndItsChainAreForEverybody(int width, ColorScheme theme, String locale) {
        Look look = new Look(width, theme, locale);
        String first = asking("The network is down on floor 3");
        String second = chained(first, "Replace the switch on floor 3");
        chained(second, "Tell everybody on floor 3");
        for (int entry = 1; entry <= 4; entry++) {
            desk.tickets()
                    .caller()
                    .post(
                            Tickets.path(first, "/time"),
                            Map.of(
                                    "minutes",
                                    entry * 25,
                                    "kind",
                                    entry % 2 == 0 ? "work" : "contact",
                                    "note",
                                    "Part " + entry))
                    .expect(201);
        }
        try (Screen screen = desk.enter(look).go("/tickets/" + first)) {
            Locator chain = screen.at(".chain-line");
            assertThat(chain).containsText("3");
            assertThat(screen.at(".time-entry")).hasCount(3);
            screen.at(".time-spent").scrollIntoViewIfNeeded();
            shown(screen, "work-ticket", look);
            screen.at(".earlier-time").click();
            assertThat(screen.at(".time-entry")).hasCount(4);
            screen.at(".adding [name=minutes]").fill("5");
            shown(screen, "work-time", look);
            chain.locator("button").click();
            assertThat(screen.at("dialog.chain .chain-story li").first()).isVisible();
            assertThat(screen.at("dialog.chain .chain-tickets li")).hasCount(3);
            shown(screen, "work-chain", look);
            screen.at("dialog.chain .chain-tickets a").last().click();
            assertThat(screen.at("dialog.chain[open]")).hasCount(0);
            assertThat(screen.at(".ticket-head h1")).hasText("Tell everybody on floor 3");
        }
    }

    private static String asking(String subject) {
        String ticket = desk.opened(subject);
        desk.tickets()
                .changing(ticket)
                .patch(Tickets.path(ticket, ""), Map.of("category", "technical-issues"))
                .expect(200);
        return ticket;
    }

    private static String chained(String ticket, String subject) {
        String next = desk.opened(subject);
        desk.tickets()
                .changing(ticket)
                .post(Tickets.path(ticket, "/links"), Map.of("kind", "chained", "to", next))
                .expect(201);
        return next;
    }

    private static JsonNode sheet(String ticket) {
        return desk.tickets()
                .caller()
                .get(Tickets.path(ticket, "/time"))
                .expect(200)
                .json();
    }

    private static List<Map<String, Object>> questions() {
        return List.of(
                Map.of(
                        "id", "system",
                        "text", "Which system?",
                        "kind", "choice",
                        "choices", List.of("Windows", "Linux"),
                        "required", true),
                Map.of("id", "users", "text", "How many are affected?", "kind", "number"),
                Map.of("id", "again", "text", "Did it happen before?", "kind", "yes_no", "required", true),
                Map.of("id", "since", "text", "Since when?", "kind", "text"));
    }

    private static void shown(Screen screen, String page, Look look) {
        screen.isForEverybody(page, look);
    }
}
