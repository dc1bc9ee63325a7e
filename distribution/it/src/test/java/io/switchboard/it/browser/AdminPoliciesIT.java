package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What administrators decide on a new desk: how tickets end, how people sign in, what triage and surveys go by, and what is
 * kept; and the guide through the first steps. No test but the guide's may reply to a ticket: that is how it ends.
 */
class AdminPoliciesIT {
    private static final String API = "/api/v1";

    @AutoClose
    private static Chromium chromium;

    @AutoClose
    private static RunningServer server;

    private static Http administrator;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        chromium = Chromium.start();
        server = ServerSetup.in(folder).start();
        administrator = server.administrator();
    }

    @Test
    void rulesAreSavedAtOnceAndWhatSomebodyElseSavedMeanwhileIsTold() {
        String window = API + "/reopen-window";
        try (Screen screen = at("closure")) {
            assertThat(screen.at(".links")).containsText("Resolution Guard");
            screen.at("#setting-days").fill("100000");
            press(screen, "Save");
            assertThat(screen.at("#setting-days")).hasAttribute("aria-invalid", "true");
            screen.isAccessible("a rule that is refused");
            screen.at("#setting-days").fill("21");
            changing(window).put(window, Map.of("days", 9)).expect(200);
            press(screen, "Save");
            assertThat(screen.at(".conflict")).containsText("9");
            assertThat(screen.at("#setting-days")).hasValue("21");
            press(screen, "Save");
            assertThat(screen.at(".toast")).isVisible();
            assertThat(administrator.get(window).json().path("days").asInt()).isEqualTo(21);

            screen.visit("/admin/sign-in");
            screen.page().getByLabel("Supervisor").check();
            press(screen, "Save");
            assertThat(screen.at(".toast")).isVisible();
            assertThat(administrator
                            .get(API + "/sign-in-policy")
                            .json()
                            .at("/secondFactorRoles/0")
                            .asText())
                    .isEqualTo("supervisor");
        }
    }

    @Test
    void triageGoesByATeamASharePerHundredAndSkills() {
        String policy = API + "/triage-policy";
        administrator
                .post(API + "/categories", Map.of("id", "lamps", "name", "Lamps"))
                .expect(201);
        try (Screen screen = at("triage")) {
            screen.at("#setting-threshold").fill("140");
            press(screen, "Save");
            assertThat(screen.at("#setting-threshold")).hasAttribute("aria-invalid", "true");
            screen.at("#setting-threshold").fill("75");
            press(screen, "Another category or product");
            screen.page().getByLabel("Category or product of line 1").selectOption("Lamps");
            screen.page().getByLabel("Skills of line 1").fill("Electric City");
            press(screen, "Save");
            assertThat(screen.at(".rules .wrong")).isVisible();
            screen.isAccessible("triage that is refused");
            screen.page().getByLabel("Skills of line 1").fill("electricity, ladders");
            press(screen, "Save");
            assertThat(screen.at(".toast")).isVisible();
            JsonNode kept = administrator.get(policy).json();
            assertThat(kept.path("threshold").asDouble()).isEqualTo(0.75);
            assertThat(kept.at("/skills/lamps")).extracting(JsonNode::asText).containsExactly("electricity", "ladders");
            press(screen, "Take line 1 away");
            press(screen, "Save");
            assertThat(screen.at(".save-bar")).containsText("As stored");
            assertThat(administrator.get(policy).json().path("skills")).isEmpty();
        }
    }

    @Test
    void aLowScoreHasTheQueuesSupervisorAskOrOpensTheTicketAgain() {
        String policy = API + "/survey-policy";
        String team = new People(server, administrator).team("Menders");
        try (Screen screen = at("surveys")) {
            screen.at("#setting-answerableDays").fill("14");
            screen.page().getByLabel("What follows").first().selectOption("Nothing");
            press(screen, "Another team");
            Locator line = screen.at(".rule-lines .line");
            line.locator("select").first().selectOption("Menders");
            line.getByLabel("What follows").selectOption("The ticket is opened again");
            line.getByLabel("Who is to look after it").selectOption("Administrator");
            press(screen, "Save");
            assertThat(screen.at(".toast")).isVisible();
            JsonNode kept = administrator.get(policy).json();
            assertThat(kept.path("answerableDays").asInt()).isEqualTo(14);
            assertThat(kept.at("/desk/lowScore").asText()).isEqualTo("nothing");
            assertThat(kept.at("/teams/" + team + "/lowScore").asText()).isEqualTo("reopen");
            assertThat(kept.at("/teams/" + team + "/lead").asText()).isNotEmpty();
        }
    }

    @Test
    void whatIsKeptIsCountedBeforeItIsLetGo() {
        String retention = API + "/retention";
        try (Screen screen = at("retention")) {
            screen.page().getByLabel("Tickets that are over: kept").selectOption("emptied after");
            Locator days = screen.page().getByLabel("Tickets that are over: days");
            days.fill("3");
            press(screen, "Count");
            assertThat(days).hasAttribute("aria-invalid", "true");
            screen.isAccessible("a rule of retention that is refused");
            days.fill("400");
            press(screen, "Count");
            assertThat(screen.at(".rules [role=status] .counts")).containsText("Tickets that are over");
            press(screen, "Save");
            assertThat(screen.at("dialog.ask .counts")).containsText("0");
            screen.isAccessible("the question before rules of retention");
            press(screen, "Cancel");
            assertThat(administrator.get(retention).json().path("tickets").isNull())
                    .isTrue();
            press(screen, "Save");
            press(screen, "Keep the rules");
            assertThat(screen.at(".toast")).isVisible();
            JsonNode kept = administrator.get(retention).json();
            assertThat(kept.at("/tickets/days").asInt()).isEqualTo(400);
            assertThat(kept.at("/tickets/action").asText()).isEqualTo("empty");
        }
    }

    @Test
    void theGuideSeesWhatIsDoneEndsWithTheFirstTicketAnsweredAndIsGoneThen() {
        try (Screen screen = at("")) {
            assertThat(screen.at("sb-guide h1")).hasText("First steps");
            assertThat(step(screen, "agent")).hasAttribute("data-state", "open");
            screen.isAccessible("the first steps");
            screen.picture("admin-guide");
            screen.page().getByLabel("Leave out: Say where the desk is found").click();
            screen.page().getByLabel("Leave out: Have the desk write mail").click();
            assertThat(step(screen, "mail")).hasAttribute("data-state", "left");

            People people = new People(server, administrator);
            people.agent("first", "agent", people.team("First team"));
            Tickets tickets = new Tickets(administrator);
            String ticket = tickets.open("Is anybody there?");
            // Whoever goes elsewhere finds the guide at the side, and as far as it was.
            screen.visit("/admin/plugins");
            screen.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("First steps"))
                    .click();
            assertThat(step(screen, "agent")).hasAttribute("data-state", "done");
            assertThat(step(screen, "ticket")).hasAttribute("data-state", "done");
            assertThat(step(screen, "mail")).hasAttribute("data-state", "left");
            assertThat(step(screen, "reply")).hasAttribute("data-state", "open");
            tickets.say(ticket, "reply", "Yes").expect(201);
            screen.visit("/admin/begin");
            assertThat(screen.at(".guide-end")).containsText("Your desk is at work");
            screen.isAccessible("the end of the first steps");
            screen.picture("admin-guide-end");
            press(screen, "Close the guide");
            assertThat(screen.at("sb-plugins h1")).isVisible();
            screen.visit("/admin/");
            assertThat(screen.at("sb-plugins h1")).isVisible();
            assertThat(screen.at(".side a[href='/admin/begin']")).hasCount(0);
        }
    }

    private static Locator step(Screen screen, String id) {
        return screen.at("[data-step=" + id + "]");
    }

    private static Http changing(String path) {
        return administrator.with(
                "If-Match", administrator.get(path).expect(200).header("ETag").orElseThrow());
    }

    private static Screen at(String page) {
        return chromium.open(server.address(), Look.USUAL)
                .administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)
                .visit("/admin/" + page);
    }

    private static void press(Screen screen, String name) {
        screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last()
                .click();
    }
}
