package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.switchboard.it.browser.StorySteps.ask;
import static io.switchboard.it.browser.StorySteps.find;
import static io.switchboard.it.browser.StorySteps.isNow;
import static io.switchboard.it.browser.StorySteps.pick;
import static io.switchboard.it.browser.StorySteps.resolve;
import static io.switchboard.it.browser.StorySteps.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.it.handling.IssueServer;
import io.switchboard.it.harness.PagePlugin;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people at their screens at once: a customer, agents, a manager and an administrator; and one on a slow line. */
class TogetherIT {
    private static final String TEXT = ".composer textarea";
    private static final String SEND = ".composer .send > button";
    private static final String VERA = "vera@example.org";
    private static final String WEBHOOK_SECRET = "a secret of some length";

    @AutoClose
    private static AgentDesk desk;

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        server = ServerSetup.in(folder)
                .withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Dswitchboard.outgoing.allow=127.0.0.1")
                .start();
        desk = new AgentDesk(server, "agent");
    }

    @Test
    void twoAgentsAtOneTicketSeeEachOtherAndNeitherTakesAnythingFromTheOther() {
        String ticket = desk.opened("Both of us");
        try (Screen one = desk.at(ticket);
                Screen other = desk.colleague("the-other", "agent", desk.team()).go("/tickets/" + ticket)) {
            assertThat(one.at(".presence")).containsText("the-other");
            one.at(TEXT).fill("What I was about to say");
            assertThat(other.at(".presence")).containsText(desk.name());

            other.at(TEXT).fill("I was faster");
            other.at(SEND).click();
            assertThat(one.at(".message.reply")).containsText("I was faster");
            assertThat(one.at(TEXT)).hasValue("What I was about to say");
            anOpenMenuFollowsTheOther(one, other);
            pick(other, "Priority", "P2");
            assertThat(one.at(".properties .picker .priority")).containsText("P2");
            one.at(SEND).click();
            assertThat(other.at(".message.reply")).hasCount(2);
            other.at("sb-sidebar li a").first().click();
            assertThat(one.at(".presence")).not().containsText("the-other");
            other.go("/tickets/" + ticket);
            assertThat(one.at(".presence")).containsText("the-other");
            other.go("/views/mine");
            assertThat(one.at(".presence")).not().containsText("the-other");
        }
        assertThat(desk.field(ticket, "priority")).isEqualTo("P2");
    }

    /** Its first option is the status in which the ticket is, and the others are where it can go from there. */
    private static void anOpenMenuFollowsTheOther(Screen one, Screen other) {
        one.page().getByLabel(Pattern.compile("^Change Status")).click();
        Locator options = one.at(".menu:popover-open [role=option]");
        assertThat(options.first()).containsText("Assigned");
        pick(other, "Status", "In progress");
        assertThat(options.first()).containsText("In progress");
        one.page().keyboard().press("Escape");
    }

    @Test
    void onASlowLineNothingIsDoubledAndNothingTypedIsLost() {
        String ticket = desk.opened("From far away");
        try (Screen screen = desk.at(ticket)) {
            slow(screen);
            screen.page().navigate(server.address().resolve("/desk/views/team").toString());
            assertThat(screen.at(".skeleton").first()).isVisible();
            AgentDesk.having(screen.at("table.tickets tbody tr"), "From far away")
                    .locator("a")
                    .first()
                    .click();
            screen.at(TEXT).fill("Once and no more");
            // An impatient person presses again before anything has happened.
            screen.at(SEND).dblclick();
            assertThat(screen.at(".message.reply")).containsText("Once and no more");
            assertThat(screen.at(TEXT)).hasValue("");
            screen.at(TEXT).fill("Half a sentence");
            screen.go("/views/mine");
            screen.go("/tickets/" + ticket);
            assertThat(screen.at(TEXT)).hasValue("Half a sentence");
        }
        assertThat(desk.tickets().bodies(ticket))
                .filteredOn("Once and no more"::equals)
                .hasSize(1);
    }

    @Test
    void anImportantCustomerIsHelpedFromTheFormToTheirWordWhileAPluginIsInstalled() {
        String team = teamForTheRest();
        desk.shelved("/customers", Map.of("name", "Dr Vera Ipsen", "email", VERA, "vip", true));
        try (Screen customer = desk.window(Look.USUAL).visit("/");
                Screen agent = desk.colleague("first-line", "agent", team);
                Screen manager = desk.colleague("manager", "supervisor", team)) {
            ask(customer, VERA, "The board meets at noon", "The projector in the board room stays dark.");
            find(agent, "The board meets at noon");
            assertThat(agent.at("sb-requester .vip")).isVisible();
            agent.at(TEXT).fill("I am on my way with another projector.");
            aPluginIsInstalled();
            assertThat(agent.at(".slot-panel")).isVisible();
            assertThat(agent.at(TEXT)).hasValue("I am on my way with another projector.");
            agent.at(SEND).click();
            assertThat(agent.at(".message.reply")).isVisible();
            customer.page().reload();
            assertThat(customer.at("article.desk")).containsText("another projector");

            take(agent, "first-line");
            resolve(agent, "Put another projector into the board room");
            customer.page().reload();
            AgentDesk.button(customer, "Yes, it works").click();
            assertThat(customer.at(".state")).containsText("Closed.");
            assertThat(agent.at(".properties .picker .status")).hasText("Closed");
            manager.go("/views/done");
            assertThat(AgentDesk.having(manager.at("table.tickets tbody tr"), "The board meets at noon"))
                    .containsText("Closed");
        }
    }

    @Test
    void whatIsSecretIsForTheSecurityTeamAloneFromTheFormToItsEnd() {
        String subject = "Is this key ours?";
        try (Screen customer = desk.window(Look.USUAL).visit("/");
                Screen guardian =
                        desk.colleague("guardian", "agent", desk.people().team("Security"));
                Screen agent = desk.colleague("on-duty", "agent", teamForTheRest());
                Screen manager = desk.colleague("duty-manager", "supervisor", teamForTheRest())) {
            String number =
                    ask(customer, "finn@example.org", subject, "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk");
            find(guardian, subject);
            assertThat(guardian.at(".ticket-head")).containsText("Confidential");
            for (Screen other : List.of(agent, manager)) {
                isNotThere(other, number);
            }
            guardian.at(TEXT).fill("It is ours no more.");
            guardian.at(SEND).click();
            assertThat(guardian.at(".message.reply")).isVisible();
            take(guardian, "guardian");
            resolve(guardian, "Withdrew the key");
            customer.page().reload();
            assertThat(customer.at("article.desk").first()).containsText("It is ours no more.");
            AgentDesk.button(customer, "Yes, it works").click();
            assertThat(guardian.at(".properties .picker .status")).hasText("Closed");
            isNotThere(manager, number);
        }
    }

    @Test
    void aDefectWaitsForItsTrackerAndComesBackWithItsWord() {
        String subject = "The export crashes";
        IssueServer issues = new IssueServer();
        desk.people().team("Development");
        thereIsATracker(issues);
        try (Screen customer = desk.window(Look.USUAL).visit("/");
                Screen agent = desk.colleague("second-line", "agent", teamForTheRest());
                Screen manager = desk.colleague("head", "supervisor", teamForTheRest())) {
            String number = ask(customer, "carla@example.org", subject, "Each time, with an empty list.");
            find(manager, subject);
            pick(manager, "Team", "Support");
            assertThat(manager.at(".properties")).containsText("Support");
            take(manager, "second-line");
            agent.go("/tickets/" + number);
            pick(agent, "Status", "In progress");
            isNow(agent, "In progress");
            Locator report = AgentDesk.action(agent, "Report as a bug");
            report.locator("#act-defect").fill("Export of an empty list crashes");
            report.locator("button.primary").click();
            // At Development it is out of the agent's sight; the manager sees all queues.
            Patience.until("it waits", () -> desk.field(number, "status").equals("waiting_for_third_party"));
            isNow(manager, "Waiting for third party");
            assertThat(manager.at(".properties")).containsText("Development");
            assertThat(manager.at(".message.note").last()).containsText("octo/app#1");
            customer.page().reload();
            assertThat(customer.at(".state")).containsText("We are waiting for a partner.");

            issues.close(1, "completed");
            issues.deliver(server.http(), 1, WEBHOOK_SECRET).expect(204);
            Patience.until("it is back", () -> desk.field(number, "status").equals("in_progress"));
            isNow(manager, "In progress");
            assertThat(manager.at(".message.note").last()).containsText("closed as completed");
            agent.go("/tickets/" + number);
            isNow(agent, "In progress");
            resolve(agent, "Repaired in the next version");
            customer.page().reload();
            AgentDesk.button(customer, "Yes, it works").click();
            manager.go("/views/done");
            assertThat(AgentDesk.having(manager.at("table.tickets tbody tr"), subject))
                    .containsText("Closed");
        } finally {
            issues.stop();
        }
    }

    private static void thereIsATracker(IssueServer issues) {
        Plugins plugins = new Plugins(desk.people().administrator());
        plugins.install("handle-bug");
        plugins.install("tracker-github");
        plugins.set(
                "tracker-github",
                Map.of(
                        "address",
                        issues.address(),
                        "repository",
                        "octo/app",
                        "token",
                        "of no use elsewhere",
                        "webhookSecret",
                        WEBHOOK_SECRET));
    }

    @Test
    void whoHeardNothingOfAnotherWindowIsShownWhatChangedThereAndKeepsWhatWasTyped() {
        String ticket = desk.opened("In two windows");
        try (Screen other = desk.colleague("quicker", "agent", desk.team()).go("/tickets/" + ticket);
                Screen deaf = desk.enter(Look.USUAL)) {
            deaf.context().route(Pattern.compile("/api/v1/events"), Route::abort);
            deaf.go("/tickets/" + ticket);
            deaf.at(TEXT).fill("What I was about to say");
            assertThat(other.at(".properties .picker .priority")).containsText("P3");
            assertThat(deaf.at(".properties .picker .priority")).containsText("P3");
            pick(other, "Priority", "P1");
            assertThat(other.at(".properties .picker .priority")).containsText("P1");
            Patience.until("it is P1", () -> desk.field(ticket, "priority").equals("P1"));

            pick(deaf, "Priority", "P4");
            assertThat(deaf.at(".conflict")).containsText("P1");
            assertThat(deaf.at(".conflict")).containsText("P4");
            assertThat(deaf.at(TEXT)).hasValue("What I was about to say");
            assertThat(desk.field(ticket, "priority")).isEqualTo("P1");
            deaf.page().getByText("Make my change all the same").click();
            assertThat(deaf.at(".conflict")).hasCount(0);
            assertThat(other.at(".properties .picker .priority")).containsText("P4");
        }
        assertThat(desk.field(ticket, "priority")).isEqualTo("P4");
    }

    private static void isNotThere(Screen screen, String ticket) {
        screen.go("/tickets/" + ticket);
        assertThat(AgentDesk.having(screen.at(".state h2"), "There is nothing here"))
                .isVisible();
    }

    /** The team whose tickets are those that nobody else claims. */
    private static String teamForTheRest() {
        return desk.people()
                .administrator()
                .get("/api/v1/triage-policy")
                .json()
                .path("defaultTeam")
                .asText();
    }

    private static void aPluginIsInstalled() {
        try (Screen administrator = desk.window(Look.USUAL)
                .administer(ServerSetup.ADMIN_EMAIL, ServerSetup.ADMIN_PASSWORD)
                .visit("/admin/plugins")) {
            Locator choice = administrator
                    .page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Install from a file"));
            FileChooser chooser = administrator.page().waitForFileChooser(choice::click);
            chooser.setFiles(new FilePayload("plugin.jar", "application/java-archive", PagePlugin.example()));
            Locator plan = administrator.at("dialog.install");
            plan.getByLabel("Install it although").check();
            plan.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Install"))
                    .click();
            assertThat(plan.locator(".verdict.good")).containsText("runs");
        }
    }

    /** As on a telephone at the edge of a network: each answer takes its time. */
    private static void slow(Screen screen) {
        CDPSession session = screen.context().newCDPSession(screen.page());
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 700);
        conditions.addProperty("downloadThroughput", 60_000);
        conditions.addProperty("uploadThroughput", 30_000);
        session.send("Network.enable");
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
