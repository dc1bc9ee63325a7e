package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody writes into a field of the desk stays text: no page of agents, administrators or customers takes it for markup.
 * Closing a window fails where a dialog opened, another site was called or the page's policy had to step in.
 */
class HostilePagesIT {
    private static final String API = "/api/v1";
    private static final long SEED = 20_261_130;
    private static final int BODIES = 160;
    private static final int IN_A_TICKET = 40;
    private static final String NAME =
            "Z'\"><img src=x onerror=alert(7)><script src=//tracker.example/n.js></script>${7*7}";

    /** What no page has, wherever a text stands: what would run, and what would call. */
    private static final String ACTING = """
            () => [...document.body.querySelectorAll('*')].filter(one => ['iframe', 'object', 'embed', 'base', 'meta'].includes(one.localName)
                || [...one.attributes].some(at => at.name.startsWith('on') || /^[\\s\\u0001]*(javascript|vbscript|data:text)/i.test(at.value))
                || (one.localName === 'script' && /tracker|alert/.test(one.outerHTML)))
              .map(one => one.outerHTML.slice(0, 200))""";

    @AutoClose
    private static RunningServer server;

    @AutoClose
    private static AgentDesk desk;

    private static Http administrator;
    private static String team;

    @BeforeAll
    static void fill(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        desk = new AgentDesk(server, "supervisor");
        administrator = server.administrator();
        team = made("/teams", Map.of("name", NAME));
        made("/organizations", Map.of("name", NAME, "domains", List.of("hostile.example")));
        made("/customers", Map.of("name", NAME, "email", "hostile@hostile.example"));
        made(
                "/agents",
                Map.of("name", NAME, "email", "hostile@example.org", "signature", NAME, "teams", List.of(team)));
        made("/roles", Map.of("id", "hostile", "name", NAME, "rights", List.of("ticket.read")));
        made("/categories", Map.of("id", "hostile", "name", NAME, "description", NAME));
        made("/products", Map.of("id", "hostile", "name", NAME, "description", NAME));
        made("/templates", Map.of("name", NAME, "body", NAME));
        made(
                "/macros",
                Map.of("name", NAME, "reach", "everybody", "steps", List.of(Map.of("reply", Map.of("text", NAME)))));
        made("/views", Map.of("name", NAME, "reach", "everybody", "conditions", Map.of("team", team), "place", 5));
        made("/tokens", Map.of("name", NAME));
        Map<String, Object> question =
                Map.of("id", "odd", "text", NAME, "kind", "choice", "choices", List.of(NAME, "b"));
        administrator
                .with("If-Match", "*")
                .put(
                        API + "/diagnostic-questions",
                        Map.of("sets", List.of(Map.of("category", "hostile", "questions", List.of(question)))))
                .expect(200);
        new Plugins(administrator).set("intake-portal", Map.of("name", NAME, "heading", NAME, "introduction", NAME));
    }

    private static String made(String path, Map<String, ?> wanted) {
        return administrator
                .post(API + path, wanted)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    @Test
    void messagesOfEveryKindStayText() {
        List<String> bodies = HostileHtml.made(SEED, BODIES);
        List<String> numbers = new ArrayList<>();
        for (int from = 0; from < bodies.size(); from += IN_A_TICKET) {
            String number = desk.opened("Hostile " + from);
            numbers.add(number);
            for (String body : bodies.subList(from, from + IN_A_TICKET)) {
                String format = List.of("html", "html", "markdown", "text").get(body.length() % 4);
                desk.tickets()
                        .caller()
                        .post(
                                Tickets.path(number, "/messages"),
                                Map.of("kind", "reply", "format", format, "body", body))
                        .expect(201);
            }
        }
        try (Screen screen = desk.enter(Look.USUAL)) {
            for (String number : numbers) {
                screen.go("/tickets/" + number);
                assertThat(screen.at(".message.reply")).hasCount(IN_A_TICKET);
                isQuiet(screen);
            }
        }
    }

    @Test
    void namesAndTitlesStayTextOnThePagesOfAgents() {
        String number = ticket();
        try (Screen screen = desk.enter(Look.USUAL)) {
            for (String place : List.of("/", "/views/open", "/new", "/tickets/" + number)) {
                screen.go(place);
                assertThat(screen.page()
                                .getByText(NAME)
                                .or(screen.at("option").filter(new Locator.FilterOptions().setHasText(NAME)))
                                .first())
                        .isAttached();
                isQuiet(screen);
            }
            assertThat(screen.at(".ticket-head h1")).hasText(NAME);
            screen.page().keyboard().press("Control+k");
            screen.at("sb-palette input").fill("Z'");
            isQuiet(screen);
        }
    }

    @Test
    void namesAndTitlesStayTextOnThePagesOfAdministrators() {
        try (Screen screen = desk.window(Look.USUAL).administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)) {
            for (String place : List.of(
                    "people",
                    "teams",
                    "roles",
                    "organizations",
                    "categories",
                    "products",
                    "templates",
                    "macros",
                    "views",
                    "questions",
                    "tokens",
                    "triage",
                    "plugins/intake-portal/settings",
                    "audit")) {
                screen.visit("/admin/" + place);
                assertThat(screen.at(".admin-scroll, .admin-page").first()).isVisible();
                isQuiet(screen);
            }
            screen.visit("/admin/people");
            screen.at(".rows .as-link").getByText(NAME).click();
            assertThat(screen.at("dialog.record .absences")).isVisible();
            isQuiet(screen);
            screen.page().keyboard().press("Escape");
        }
    }

    @Test
    void whatCustomersAndTheDeskWriteToEachOtherStaysTextOnThePagesOfCustomers() {
        try (Screen screen = desk.window(Look.USUAL)) {
            screen.visit("/?category=hostile");
            assertThat(screen.at("h1")).hasText(NAME);
            isQuiet(screen);
            Map<String, String> typed =
                    new LinkedHashMap<>(Map.of("#subject", NAME, "#description", NAME, "#name", NAME));
            typed.put("#email", "odd@hostile.example");
            typed.forEach((field, text) -> screen.at(field).fill(text));
            screen.at("main form[data-fits] > button").last().click();
            Locator link = screen.at("main a[href*='/follow/']").first();
            assertThat(link).isVisible();
            isQuiet(screen);
            String number = screen.at("main strong").first().textContent();
            for (String body : HostileHtml.made(SEED + 1, IN_A_TICKET)) {
                desk.tickets()
                        .caller()
                        .post(
                                Tickets.path(number, "/messages"),
                                Map.of("kind", "reply", "format", "html", "body", body))
                        .expect(201);
            }
            link.click();
            assertThat(screen.at("article.desk")).hasCount(IN_A_TICKET);
            assertThat(screen.at("main h1")).hasText(NAME);
            isQuiet(screen);
        }
    }

    /** A ticket with a hostile text in each of its fields, and a file of a hostile name. */
    private static String ticket() {
        String file = administrator
                .send(
                        "POST",
                        API + "/attachments?name=%3Cimg%20src=x%20onerror=alert(8)%3E.txt",
                        BodyPublishers.ofString("content"),
                        Map.of("Content-Type", "text/plain"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String id = desk.tickets()
                .open(Map.of(
                        "subject",
                        NAME,
                        "description",
                        NAME,
                        "category",
                        "hostile",
                        "product",
                        "hostile",
                        "tags",
                        List.of("<img src=x onerror=alert(9)>"),
                        "requester",
                        Map.of("email", "hostile@hostile.example", "name", NAME)))
                .path("id")
                .asText();
        desk.tickets()
                .changing(id)
                .put(Tickets.path(id, "/assignment"), Map.of("team", desk.team()))
                .expect(200);
        desk.tickets()
                .caller()
                .post(Tickets.path(id, "/messages"), Map.of("kind", "note", "body", NAME, "attachments", List.of(file)))
                .expect(201);
        return desk.tickets().get(id).json().path("number").asText();
    }

    private static void isQuiet(Screen screen) {
        Assertions.assertThat((List<?>) screen.page().evaluate(ACTING)).isEmpty();
        Assertions.assertThat(screen.takeWrong()).isEmpty();
    }
}
