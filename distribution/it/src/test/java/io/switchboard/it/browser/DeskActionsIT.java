package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an agent does with a ticket beyond answering it; each action says what it will do before it does it. */
@SwitchboardServer
class DeskActionsIT {
    @AutoClose
    private static AgentDesk desk;

    @BeforeAll
    static void begin(RunningServer server) {
        desk = new AgentDesk(server, "supervisor");
    }

    @Test
    void aTicketIsMergedIntoAnotherAndTheMergeIsTakenBack() {
        String into = desk.opened("Printer is jammed");
        String ticket = desk.opened("Printer again");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Merge");
            assertThat(dialog.locator("button.primary")).isDisabled();
            dialog.locator("#ticket-search").fill(into);
            AgentDesk.having(dialog.locator("[role=option]"), "Printer is jammed")
                    .click();
            assertThat(dialog.locator(".will")).containsText("Its message is read in " + into);
            assertThat(desk.field(ticket, "disposition")).isEqualTo("none");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".ticket-head h1")).hasText("Printer is jammed");
            assertThat(screen.at(".message")).hasCount(2);
            assertThat(desk.field(ticket, "disposition")).isEqualTo("merged");

            screen.go("/tickets/" + ticket);
            assertThat(screen.at(".talk > .notice a")).containsText(into);
            Locator back = AgentDesk.action(screen, "Take the merge back");
            assertThat(back.locator(".will")).containsText("they leave " + into);
            back.locator("button.primary").click();
            assertThat(screen.at(".talk > .notice")).hasCount(0);
        }
        assertThat(desk.field(ticket, "disposition")).isEqualTo("none");
    }

    @Test
    void messagesBecomeATicketOfTheirOwnIfTheFirstIsOneOfTheCustomer() {
        String ticket = desk.opened("Two matters in one");
        desk.tickets().say(ticket, "note", "They mix things up").expect(201);
        desk.tickets().say(ticket, "customer", "And my chair is broken").expect(201);
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Split");
            AgentDesk.having(dialog.locator(".choice"), "They mix things up").click();
            assertThat(dialog.locator(".wrong")).containsText("must be one of the customer");
            assertThat(dialog.locator("button.primary")).isDisabled();
            AgentDesk.having(dialog.locator(".choice"), "They mix things up").click();
            AgentDesk.having(dialog.locator(".choice"), "my chair").click();
            dialog.locator("#act-subject").fill("Broken chair");
            assertThat(dialog.locator(".will")).containsText("1 message moves to a new ticket");
            assertThat(dialog.locator(".will")).containsText("2 messages stay here");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".ticket-head h1")).hasText("Broken chair");
            assertThat(screen.at("sb-links")).containsText("Two matters in one");
        }
        assertThat(desk.tickets().thread(ticket)).hasSize(2);
    }

    @Test
    void anEscalationToThoseWhoDecideNamesThemAndIsAnswered() {
        String board = desk.shelved("/teams", Map.of("name", "Board " + UUID.randomUUID(), "escalation", true));
        String boss = "boss-" + UUID.randomUUID().toString().substring(0, 8);
        desk.people().agent(boss, "agent", board);
        String ticket = desk.opened("Needs a decision");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Escalate");
            AgentDesk.having(dialog.locator(".choice"), "To those who decide").click();
            dialog.locator("#act-team").selectOption(board);
            assertThat(dialog.locator(".will")).containsText("1 person of Board");
            assertThat(dialog.locator(".will .faces")).containsText(boss);
            dialog.locator("#act-explanation").fill("May we give a refund?");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".escalated")).containsText("Needs a decision: May we give a refund?");

            AgentDesk.button(screen, "Take it on").click();
            Locator answer = screen.at("dialog.action");
            answer.locator("#act-explanation").fill("Yes, we may");
            answer.locator("button.primary").click();
            assertThat(screen.at(".escalated")).hasCount(0);
        }
        assertThat(desk.tickets().history(ticket))
                .anyMatch(event -> event.path("reason").asText().equals("Yes, we may"));
    }

    @Test
    void anEscalationToThoseWhoKnowMoreGivesTheTicketToTheirTeam() {
        String experts = desk.shelved("/teams", Map.of("name", "Experts " + UUID.randomUUID(), "tier", 3));
        String ticket = desk.opened("Beyond us");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Escalate");
            dialog.locator("#act-team").selectOption(experts);
            assertThat(dialog.locator(".will")).containsText("goes from " + desk.name() + " to Experts");
            dialog.locator("#act-explanation").fill("A kernel panic");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".toast").last()).containsText("was escalated to Experts");
        }
        assertThat(desk.tickets().get(ticket).json().path("team").path("id").asText())
                .isEqualTo(experts);
    }

    @Test
    void aPostponedTicketSaysUntilWhenAndIsWokenUp() {
        String ticket = desk.opened("Not before Monday");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Postpone");
            AgentDesk.having(dialog.locator(".quick-times button"), "In a week").click();
            assertThat(dialog.locator(".will")).containsText("It sleeps until");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".ticket-head .line")).containsText("Postponed until");
            assertThat(desk.field(ticket, "postponedUntil")).startsWith("2");
            AgentDesk.action(screen, "Wake up").locator("button.primary").click();
            assertThat(screen.at(".ticket-head .line")).not().containsText("Postponed");
        }
        assertThat(desk.field(ticket, "postponedUntil")).isEqualTo("null");
    }

    @Test
    void aTicketIsMadeConfidentialAndThatIsLifted() {
        String ticket = desk.opened("About a colleague");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Make confidential");
            assertThat(dialog.locator(".will")).containsText("For everybody else it does not exist");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".ticket-head .line")).containsText("Confidential");
            assertThat(desk.field(ticket, "confidential")).isEqualTo("true");
            AgentDesk.action(screen, "Lift confidentiality")
                    .locator("button.primary")
                    .click();
            assertThat(screen.at(".ticket-head .line")).not().containsText("Confidential");
        }
        assertThat(desk.field(ticket, "confidential")).isEqualTo("false");
    }

    @Test
    void spamAndTrashSayWhatTheyDoAndAreTakenBack() {
        String ticket = desk.opened("You have won");
        try (Screen screen = desk.at(ticket)) {
            Locator spam = AgentDesk.action(screen, "Mark as spam");
            assertThat(spam.locator(".will")).containsText("goes through triage");
            spam.locator("#act-reason").fill("A lottery");
            spam.locator("button.primary").click();
            assertThat(screen.at(".ticket-head .tag")).hasText("Marked as spam");
            AgentDesk.action(screen, "Bring back").locator("button.primary").click();
            assertThat(screen.at(".ticket-head .tag")).hasCount(0);
            Patience.until(
                    "triage, which changes it once more",
                    () -> desk.field(ticket, "triage").equals("done"));
            screen.page().reload();
            AgentDesk.action(screen, "Move to the trash")
                    .locator("button.primary")
                    .click();
            assertThat(screen.at(".ticket-head .tag")).hasText("In the trash");
        }
        assertThat(desk.field(ticket, "disposition")).isEqualTo("trash");
        assertThat(desk.tickets().history(ticket))
                .anyMatch(event -> event.path("reason").asText().equals("A lottery"));
    }

    @Test
    void aTicketThatChangedMeanwhileKeepsWhatWasWrittenAndIsAskedForAgain() {
        String ticket = desk.opened("Two at work");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Mark as spam");
            dialog.locator("#act-reason").fill("Not for us");
            screen.context().setOffline(true);
            desk.tickets()
                    .changing(ticket)
                    .patch(Tickets.path(ticket, ""), Map.of("priority", "P1"))
                    .expect(200);
            dialog.locator("button.primary").click();
            assertThat(dialog.locator(".notice.bad")).containsText("No connection");
            screen.context().setOffline(false);
            dialog.locator("button.primary").click();
            assertThat(dialog.locator(".notice.bad")).containsText("changed meanwhile");
            assertThat(dialog.locator("#act-reason")).hasValue("Not for us");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".ticket-head .tag")).hasText("Marked as spam");
        }
    }

    @Test
    void aNewIssueInsideATicketIsChainedToItAndALinkSaysWhatItMeans() {
        String ticket = desk.opened("Laptop is slow");
        String other = desk.opened("All laptops are slow");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Link to another");
            dialog.locator("#act-kind").selectOption("parent");
            dialog.locator("#ticket-search").fill(other);
            dialog.locator("[role=option]").first().click();
            assertThat(dialog.locator(".will")).containsText(ticket + " is a report of " + other);
            dialog.locator("button.primary").click();
            assertThat(screen.at("sb-links")).containsText("All laptops are slow");

            Locator chained = AgentDesk.action(screen, "Open a chained ticket");
            chained.locator("#act-subject").fill("The bag is torn");
            chained.locator("#act-description").fill("They would like a new bag");
            chained.locator("button.primary").click();
            assertThat(screen.at(".ticket-head h1")).hasText("The bag is torn");
            assertThat(screen.at("sb-links")).containsText("Laptop is slow");
        }
    }

    @Test
    void aBugIsReportedOnlyWhereSomethingReportsIt() {
        String ticket = desk.opened("Totals are wrong");
        try (Screen screen = desk.at(ticket)) {
            screen.at("sb-actions > sb-picker > button").click();
            Locator offered = screen.at("sb-actions .menu:popover-open [role=option]");
            assertThat(offered.first()).isVisible();
            assertThat(AgentDesk.having(offered, "Report as a bug")).hasCount(0);
        }
        new Plugins(desk.people().administrator()).install("handle-bug");
        try (Screen screen = desk.at(ticket)) {
            Locator dialog = AgentDesk.action(screen, "Report as a bug");
            assertThat(dialog.locator(".will")).containsText("A report is made in the bug tracker");
            dialog.locator("#act-defect").fill("Totals ignore the discount");
            dialog.locator("button.primary").click();
            assertThat(screen.at(".properties .tags")).containsText("confirmed-defect");
        }
        assertThat(desk.tickets()
                        .get(ticket)
                        .json()
                        .path("fields")
                        .path("defect")
                        .asText())
                .isEqualTo("Totals ignore the discount");
    }
}
