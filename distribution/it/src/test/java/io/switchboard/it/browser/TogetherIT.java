package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.switchboard.it.harness.PagePlugin;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people at their screens at once: a customer, agents, a manager and an administrator; and one on a slow line. */
class TogetherIT {
    private static final String TEXT = ".composer textarea";
    private static final String SEND = ".composer .send > button";

    private static AgentDesk desk;
    private static RunningServer server;

    @BeforeAll
    static void begin(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        desk = new AgentDesk(server, "agent");
    }

    @AfterAll
    static void end() {
        if (desk != null) {
            desk.close();
        }
        if (server != null) {
            server.close();
        }
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
            pick(other, "Priority", "P2");
            assertThat(one.at(".properties .picker .priority")).containsText("P2");
            one.at(SEND).click();
            assertThat(other.at(".message.reply")).hasCount(2);
            other.at("sb-sidebar li a").first().click();
            assertThat(one.at(".presence")).not().containsText("the-other");
        }
        assertThat(desk.field(ticket, "priority")).isEqualTo("P2");
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
        String team = desk.people()
                .administrator()
                .get("/api/v1/triage-policy")
                .json()
                .path("defaultTeam")
                .asText();
        desk.shelved("/customers", Map.of("name", "Dr Vera Ipsen", "email", "vera@example.org", "vip", true));
        try (Screen customer = desk.window(Look.USUAL).visit("/");
                Screen agent = desk.colleague("first-line", "agent", team);
                Screen manager = desk.colleague("manager", "supervisor", team)) {
            ask(customer);
            agent.go("/views/team");
            AgentDesk.having(agent.at("table.tickets tbody tr"), "The board meets at noon")
                    .locator("a")
                    .first()
                    .click();
            assertThat(agent.at("sb-requester .vip")).isVisible();
            agent.at(TEXT).fill("I am on my way with another projector.");
            aPluginIsInstalled();
            assertThat(agent.at(".slot-panel")).isVisible();
            assertThat(agent.at(TEXT)).hasValue("I am on my way with another projector.");
            agent.at(SEND).click();
            assertThat(agent.at(".message.reply")).isVisible();
            customer.page().reload();
            assertThat(customer.at("article.desk")).containsText("another projector");

            resolve(agent);
            customer.page().reload();
            AgentDesk.button(customer, "Yes, it works").click();
            assertThat(customer.at(".state")).hasText("Closed.");
            assertThat(agent.at(".properties .picker .status")).hasText("Closed");
            manager.go("/views/done");
            assertThat(AgentDesk.having(manager.at("table.tickets tbody tr"), "The board meets at noon"))
                    .containsText("Closed");
        }
    }

    private static void ask(Screen customer) {
        customer.page().getByLabel("What is it about?").fill("The board meets at noon");
        customer.page().getByLabel("What happened?").fill("The projector in the board room stays dark.");
        customer.page().getByLabel("Your name").fill("Dr Vera Ipsen");
        customer.page().getByLabel("Your mail address").fill("vera@example.org");
        AgentDesk.button(customer, "Ask for help").click();
        customer.at(".link a").click();
        assertThat(customer.at("h1")).hasText("The board meets at noon");
    }

    /** Says all that is asked of an urgent ticket, as the tickets of important customers are. */
    private static void resolve(Screen agent) {
        AgentDesk.button(agent, "Take it").click();
        assertThat(agent.at(".properties .picker .status")).hasText("Assigned");
        pick(agent, "Status", "Resolved");
        agent.at("#move-summary").fill("Put another projector into the board room");
        agent.at("#move-rootCause").fill("The lamp had burnt out");
        agent.at("#move-plan").fill("Order a lamp");
        agent.at("sb-move button.primary").click();
        assertThat(agent.at(".properties .picker .status")).hasText("Resolved");
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

    private static void pick(Screen screen, String property, String option) {
        screen.page().getByLabel(Pattern.compile("^Change " + property)).click();
        AgentDesk.having(screen.at(".menu:popover-open [role=option]"), option)
                .first()
                .click();
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
