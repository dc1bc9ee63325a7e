package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.it.access.Authenticator;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
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

/** What an agent does at the desk all day, by clicking and typing. */
@SwitchboardServer
class DeskIT {
    private static final String API = "/api/v1";
    private static final String PASSWORD = "a password for this test";
    private static final String TEXT = ".composer textarea";

    @AutoClose
    private static Chromium chromium;

    private static RunningServer server;
    private static People people;
    private static String team;
    private static String address;
    private static Tickets desk;

    @BeforeAll
    static void begin(RunningServer running) {
        chromium = Chromium.start();
        server = running;
        people = People.of(server);
        String name = "browser-" + UUID.randomUUID().toString().substring(0, 8);
        team = people.team(name);
        AgentDesk.undoFor(people.agent(name, "agent", team), 0);
        address = People.address(name);
        desk = new Tickets(people.administrator());
    }

    @Test
    void whoSignsInHearsOfAWrongPasswordAndIsAskedForTheCodeOfTheirApp() {
        String name = "code-" + UUID.randomUUID().toString().substring(0, 8);
        Http agent = people.agent(name, "agent", team);
        JsonNode proposed =
                agent.post(API + "/second-factor", Map.of()).expect(200).json();
        Authenticator app = new Authenticator(proposed.path("secret").asText());
        agent.post(API + "/second-factor/confirm", Map.of("code", app.code(-1))).expect(200);

        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            screen.go("/views/mine").signIn(People.address(name), "not the password");
            assertThat(screen.at(".notice.bad")).containsText("not right");
            screen.signIn(People.address(name), PASSWORD);
            screen.at("#sign-in-code").fill(app.code(0));
            screen.at("sb-sign-in button.primary").click();
            assertThat(screen.at("sb-list h1")).hasText("Mine");
            screen.at(".me").click();
            screen.page().getByText("Sign out").click();
            assertThat(screen.at("#sign-in-email")).isVisible();
            assertThat(screen.at("sb-list")).hasCount(0);
        }
    }

    @Test
    void aCustomerWhoSignsInAtTheDeskIsShownTheWayToTheirOwnPages() {
        String name = "customer-" + UUID.randomUUID().toString().substring(0, 8);
        people.customer(name);

        try (Screen screen = chromium.open(server.address(), Look.USUAL)) {
            screen.go("/views/mine").signIn(People.address(name), PASSWORD);
            assertThat(screen.at(".state h2")).hasText("This account has no desk");
            assertThat(screen.at(".state a")).hasAttribute("href", "/");
            assertThat(screen.at("sb-list")).hasCount(0);
        }
    }

    @Test
    void aSessionThatEndsInTheMiddleOfWorkKeepsWhatWasTyped() {
        String ticket = opened("Session ends");
        try (Screen screen = atTicket(ticket)) {
            screen.at(TEXT).fill("Typed with care");
            screen.context().clearCookies();
            screen.at(TEXT).pressSequentially(", and more");
            Locator again = screen.at("dialog.renew");
            assertThat(again).containsText("Your session has ended");
            again.locator("#sign-in-password").fill(PASSWORD);
            again.locator("button.primary").click();
            assertThat(again).hasCount(0);
            assertThat(screen.at(TEXT)).hasValue("Typed with care, and more");
            screen.at(".composer .send > button").click();
            assertThat(screen.at(".message.reply")).containsText("Typed with care, and more");
        }
        assertThat(desk.bodies(ticket)).contains("Typed with care, and more");
    }

    @Test
    void aListShowsWhatChangesAndMovesOnlyWhenAsked() {
        String first = opened("Stays where it is");
        try (Screen screen = entered()) {
            screen.go("/views/team?");
            Locator rows = screen.at("table.tickets tbody tr");
            assertThat(rows.filter(with("Stays where it is"))).hasCount(1);
            String before = rows.first().innerText();
            opened("Came later");
            assertThat(screen.at(".fresh button")).containsText("Show");
            assertThat(rows.filter(with("Came later"))).hasCount(0);
            assertThat(rows.first().innerText()).isEqualTo(before);

            desk.changing(first)
                    .patch(Tickets.path(first, ""), Map.of("priority", "P1"))
                    .expect(200);
            assertThat(rows.filter(with("Stays where it is")).locator(".priority"))
                    .hasText("P1");
            screen.at(".fresh button").click();
            assertThat(rows.filter(with("Came later"))).hasCount(1);
        }
    }

    @Test
    void aReplyGoesWithAStatusAndANoteIsMarkedAsInternal() {
        String ticket = opened("Reply and wait");
        try (Screen screen = atTicket(ticket)) {
            screen.at(TEXT).fill("Which **model** is it?");
            screen.page().getByRole(AriaRole.BUTTON, named("More ways to send")).click();
            screen.page()
                    .getByRole(AriaRole.OPTION, named("Send and set Waiting for customer"))
                    .click();
            assertThat(screen.at(".message.reply strong")).hasText("model");
            assertThat(screen.at(".properties .picker .status")).hasText("Waiting for customer");

            screen.page()
                    .getByRole(AriaRole.BUTTON, named("Note").setExact(true))
                    .click();
            screen.at(TEXT).fill("Probably the old one");
            assertThat(screen.at(".kept")).hasText("Draft kept");
            screen.page().reload();
            assertThat(screen.at(TEXT)).hasValue("Probably the old one");
            screen.at(".composer .send > button").click();
            assertThat(screen.at(".message.note")).containsText("only the desk sees this");
            assertThat(screen.at(TEXT)).hasValue("");
        }
        assertThat(desk.status(ticket)).isEqualTo("waiting_for_customer");
        assertThat(desk.thread(ticket))
                .extracting(message -> message.path("kind").asText())
                .containsExactly("customer", "reply", "note");
    }

    @Test
    void aMacroShowsWhatItWouldDoAndDoesItWhenOneSaysSo() {
        String name = "Shout " + UUID.randomUUID();
        Map<String, Object> macro = Map.of(
                "name",
                name,
                "reach",
                "everybody",
                "steps",
                List.of(
                        Map.of("set", Map.of("priority", "P1")),
                        Map.of("note", Map.of("text", "Loud about {{ticket.subject}}"))));
        people.administrator().post(API + "/macros", macro).expect(201);
        String ticket = opened("A quiet thing");
        try (Screen screen = atTicket(ticket)) {
            screen.page().getByRole(AriaRole.BUTTON, named("Macros")).click();
            screen.page().getByRole(AriaRole.OPTION, named(name)).click();
            Locator preview = screen.at("sb-macro dialog");
            assertThat(preview).containsText("P1 Critical");
            assertThat(preview).containsText("Loud about A quiet thing");
            assertThat(desk.get(ticket).json().path("priority").asText()).isNotEqualTo("P1");
            preview.locator("button.primary").click();
            assertThat(screen.at("sb-thread .message.note")).containsText("Loud about A quiet thing");
            assertThat(screen.at(".properties .picker .priority")).containsText("P1");
        }
        assertThat(desk.get(ticket).json().path("priority").asText()).isEqualTo("P1");
    }

    @Test
    void aLongConversationBeginsAtItsEndAndIsThereAsAWhole() {
        String ticket = opened("A long story");
        for (int message = 1; message <= 60; message++) {
            desk.say(ticket, "note", "Chapter " + message).expect(201);
        }
        try (Screen screen = atTicket(ticket)) {
            assertThat(screen.at(".message").last()).isInViewport();
            assertThat(screen.at(".message")).hasCount(61);
            assertThat(screen.at(".message").last()).isInViewport();
            desk.say(ticket, "note", "And then").expect(201);
            assertThat(screen.at(".message").last()).containsText("And then");
            assertThat(screen.at(".message")).hasCount(62);
        }
        try (Screen phone = entered(Look.PHONE).go("/tickets/" + ticket)) {
            assertThat(phone.at(".message")).hasCount(62);
            assertThat(phone.at(".message").last()).isInViewport();
            assertThat(phone.at(TEXT)).isInViewport();
        }
    }

    @Test
    void aChangeThatComesTooLateShowsWhatChangedAndIsMadeWhenOneSaysSo() {
        String ticket = opened("Two at once");
        try (Screen screen = atTicket(ticket)) {
            screen.at(TEXT).fill("half an answer");
            screen.page().route(Pattern.compile("/api/v1/tickets/[^/?]+$"), route -> {
                if (route.request().method().equals("PATCH")
                        && !desk.get(ticket).json().path("priority").asText().equals("P2")) {
                    desk.changing(ticket)
                            .patch(Tickets.path(ticket, ""), Map.of("priority", "P2"))
                            .expect(200);
                }
                route.resume();
            });
            pick(screen, "Priority", "P4");
            assertThat(screen.at(".conflict")).containsText("P2 High");
            assertThat(screen.at(".conflict")).containsText("P4");
            assertThat(screen.at(TEXT)).hasValue("half an answer");
            screen.page().getByText("Make my change all the same").click();
            assertThat(screen.at(".conflict")).hasCount(0);
            assertThat(screen.at(".properties .picker .priority")).containsText("P4");
        }
        assertThat(desk.get(ticket).json().path("priority").asText()).isEqualTo("P4");
    }

    @Test
    void hostileHtmlRunsNothingAndRemoteImagesWaitUntilTheyAreAskedFor() {
        String ticket = opened("<img src=x onerror=alert(1)>");
        String pixel = "http://tracker.example/pixel.png";
        for (String hostile : Hostile.BODIES) {
            desk.caller()
                    .post(
                            Tickets.path(ticket, "/messages"),
                            Map.of("kind", "reply", "format", "html", "body", hostile + "<img src=\"" + pixel + "\">"))
                    .expect(201);
        }
        try (Screen screen = atTicket(ticket)) {
            assertThat(screen.at(".message.reply")).hasCount(Hostile.BODIES.size());
            assertThat(screen.at(".ticket-head h1")).hasText("<img src=x onerror=alert(1)>");
            assertThat(screen.at(".letter script, .letter style, .letter iframe, .letter form, .letter img"))
                    .hasCount(0);
            screen.go("/views/team?");
            assertThat(screen.at("table.tickets")).isVisible();
            screen.go("/tickets/" + ticket);
            assertThat(screen.takeWrong()).isEmpty();

            screen.context().route(pixel, Route::abort);
            screen.at(".blocked button").first().click();
            screen.page().waitForCondition(() -> screen.takeWrong().contains("foreign request: " + pixel));
        }
    }

    @Test
    void withoutAConnectionTheDeskSaysSoAndWhatWasTypedIsSentOnce() {
        String ticket = opened("In a tunnel");
        try (Screen screen = atTicket(ticket)) {
            screen.context().setOffline(true);
            screen.at(TEXT).fill("Written in a tunnel");
            assertThat(screen.at(".kept")).hasText("Draft kept in this browser");
            assertThat(screen.at(".offline-bar")).isVisible();
            screen.at(".composer .send > button").click();
            assertThat(screen.at(".composer .notice")).containsText("Not sent");
            screen.context().setOffline(false);
            assertThat(screen.at(".offline-bar"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
            screen.at(".composer .send > button").click();
            assertThat(screen.at(".message.reply")).containsText("Written in a tunnel");
        }
        assertThat(desk.bodies(ticket))
                .filteredOn("Written in a tunnel"::equals)
                .hasSize(1);
    }

    @Test
    void theKeyboardAloneOpensAnswersAndSolvesATicket() {
        String ticket = opened("By keys alone");
        try (Screen screen = entered()) {
            screen.page().keyboard().press("Control+k");
            screen.page().keyboard().type("By keys alone");
            assertThat(screen.at(".palette-list [data-active] .subject")).hasText("By keys alone");
            screen.page().keyboard().press("Enter");
            assertThat(screen.at(TEXT)).isVisible();
            screen.page().keyboard().press("r");
            screen.page().keyboard().type("Restart it, please");
            screen.page().keyboard().press("Control+Enter");
            assertThat(screen.at(".message.reply")).containsText("Restart it, please");
            screen.page().keyboard().press("Escape");

            screen.page().getByLabel(Pattern.compile("^Change Status")).press("Enter");
            screen.at(".menu:popover-open [role=listbox]").press("End");
            while (!screen.at(".menu:popover-open [data-active]").innerText().contains("Resolved")) {
                screen.page().keyboard().press("ArrowDown");
            }
            screen.page().keyboard().press("Enter");
            screen.at("#move-summary").fill("A restart helped");
            screen.at("#move-summary").press("Tab");
            screen.page().keyboard().press("Tab");
            screen.page().keyboard().press("Tab");
            screen.page().keyboard().press("Tab");
            screen.page().keyboard().press("Enter");
            assertThat(screen.at(".properties .picker .status")).hasText("Resolved");
        }
        assertThat(desk.status(ticket)).isEqualTo("resolved");
    }

    private static Screen entered() {
        return entered(Look.USUAL);
    }

    private static Screen entered(Look look) {
        return chromium.open(server.address(), look).enter(address, PASSWORD);
    }

    private static Screen atTicket(String ticket) {
        Screen screen = entered().go("/tickets/" + ticket);
        assertThat(screen.at(TEXT)).isVisible();
        return screen;
    }

    private static void pick(Screen screen, String property, String option) {
        screen.page().getByLabel(Pattern.compile("^Change " + property)).click();
        screen.page().getByRole(AriaRole.OPTION, named(option)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** Opens a ticket that the agent's team works on, and returns its number. */
    private static String opened(String subject) {
        String id = desk.openTriaged(subject);
        desk.changing(id)
                .put(Tickets.path(id, "/assignment"), Map.of("team", team))
                .expect(200);
        if (desk.status(id).equals("new")) {
            desk.move(id, "assigned").expect(200);
        }
        return desk.get(id).json().path("number").asText();
    }

    /** What mail and web forms have brought to other desks; the server takes most of it out, and the page takes the rest. */
    private static final class Hostile {
        static final List<String> BODIES = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<a href=\"javascript:alert(1)\">click</a>",
                "<a href=\"&#106;avascript:alert(1)\">click</a>",
                "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
                "<style>@import 'http://tracker.example/a.css';</style>",
                "<p style=\"background:url(http://tracker.example/b.png)\">x</p>",
                "<form action=\"http://tracker.example/\"><button>go</button></form>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
                "<base href=\"http://tracker.example/\"><link rel=stylesheet href=\"http://tracker.example/c.css\">",
                "<details open ontoggle=alert(1)>x</details><input autofocus onfocus=alert(1)>",
                "{{constructor.constructor('alert(1)')()}}${alert(1)}");
    }
}
