package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.Tickets;
import java.util.Map;
import java.util.UUID;

/** An agent of a team of their own, tickets of that team, and the browser in which the agent works. For one thread at a time. */
final class AgentDesk implements AutoCloseable {
    private static final String PREFERENCES = "/api/v1/preferences";
    static final String PASSWORD = "a password for this test";

    private final Chromium chromium = Chromium.start();
    private final RunningServer server;
    private final People people;
    private final String name = "agent-" + UUID.randomUUID().toString().substring(0, 8);
    private final String team;
    private final Http agent;
    private final Tickets tickets;

    AgentDesk(RunningServer server, String role) {
        this.server = server;
        this.people = People.of(server);
        this.team = people.team(name);
        this.agent = people.agent(name, role, team);
        undoFor(0);
        this.tickets = new Tickets(people.administrator());
    }

    People people() {
        return people;
    }

    /** The name of the agent, and of their team. */
    String name() {
        return name;
    }

    String team() {
        return team;
    }

    /** The tickets as an administrator sees them. */
    Tickets tickets() {
        return tickets;
    }

    /** Has replies of the agent wait so many seconds before they are sent. */
    void undoFor(int seconds) {
        undoFor(agent, seconds);
    }

    /** Has replies of somebody wait so many seconds before they are sent. */
    static void undoFor(Http agent, int seconds) {
        String version = agent.get(PREFERENCES).expect(200).header("ETag").orElseThrow();
        agent.with("If-Match", version)
                .patch(PREFERENCES, Map.of("ui", Map.of("ui.undo", Integer.toString(seconds))))
                .expect(200);
    }

    /** Opens the desk as the agent. */
    Screen enter(Look look) {
        return chromium.open(server.address(), look).enter(People.address(name), PASSWORD);
    }

    /** Adds somebody to a team, and opens the desk as them. */
    Screen colleague(String colleague, String role, String theirTeam) {
        undoFor(people.agent(colleague, role, theirTeam), 0);
        return chromium.open(server.address(), Look.USUAL).enter(People.address(colleague), PASSWORD);
    }

    /** Opens a window of somebody else. */
    Screen window(Look look) {
        return chromium.open(server.address(), look);
    }

    /** Opens a ticket's page as the agent. */
    Screen at(String ticket) {
        Screen screen = enter(Look.USUAL).go("/tickets/" + ticket);
        assertThat(screen.at(".composer textarea")).isVisible();
        return screen;
    }

    /** Opens a ticket that the team works on, and returns its number. */
    String opened(String subject) {
        String id = tickets.openTriaged(subject);
        tickets.changing(id)
                .put(Tickets.path(id, "/assignment"), Map.of("team", team))
                .expect(200);
        if (tickets.status(id).equals("new")) {
            tickets.move(id, "assigned").expect(200);
        }
        return tickets.get(id).json().path("number").asText();
    }

    /** Gives a ticket of the team to the agent. */
    void assign(String ticket) {
        String id = agent.get("/api/v1/session")
                .expect(200)
                .json()
                .path("user")
                .path("id")
                .asText();
        tickets.changing(ticket)
                .put(Tickets.path(ticket, "/assignment"), Map.of("agent", id, "team", team))
                .expect(200);
    }

    /** Adds something to the desk, and returns its id. */
    String shelved(String path, Map<String, ?> item) {
        return people.administrator()
                .post("/api/v1" + path, item)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    /** Reads one field of a ticket. */
    String field(String ticket, String name) {
        return tickets.get(ticket).expect(200).json().path(name).asText();
    }

    /** What is done with a ticket in the menu of actions; returns the dialog in which it is prepared. */
    static Locator action(Screen screen, String name) {
        screen.at("sb-actions > sb-picker > button").click();
        screen.at("sb-actions .menu:popover-open [role=option]")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        Locator dialog = screen.at("dialog.action");
        assertThat(dialog).isVisible();
        return dialog;
    }

    /** A button by its exact name. */
    static Locator button(Screen screen, String name) {
        return screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Those of a list that have a text. */
    static Locator having(Locator all, String text) {
        return all.filter(new Locator.FilterOptions().setHasText(text));
    }

    @Override
    public void close() {
        chromium.close();
    }
}
