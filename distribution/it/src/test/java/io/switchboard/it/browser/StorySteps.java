package io.switchboard.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.switchboard.it.harness.Patience;
import java.util.regex.Pattern;

/** What customers and agents do by clicking, in one story after the other. */
final class StorySteps {
    private StorySteps() {}

    /** Asks for help, follows the link, and returns the number. */
    static String ask(Screen customer, String email, String subject, String description) {
        customer.page().getByLabel("What is it about?").fill(subject);
        customer.page().getByLabel("What happened?").fill(description);
        customer.page().getByLabel("Your name").fill("Vera Ipsen");
        customer.page().getByLabel("Your mail address").fill(email);
        AgentDesk.button(customer, "Ask for help").click();
        customer.at(".link a").click();
        assertThat(customer.at("h1")).hasText(subject);
        return customer.at(".number").textContent();
    }

    /** Finds a ticket, whoever was given it, and opens it. */
    static void find(Screen agent, String subject) {
        agent.go("/views/all");
        AgentDesk.having(agent.at("table.tickets tbody tr"), subject)
                .locator("a")
                .first()
                .click();
    }

    /** Changes a property; a menu that was opened before the page knew what is possible now is opened again. */
    static void pick(Screen screen, String property, String option) {
        Locator offered = screen.at(".menu:popover-open [role=option]");
        Patience.until(option + " can be chosen", () -> {
            screen.page().getByLabel(Pattern.compile("^Change " + property)).click();
            offered.first().waitFor();
            if (AgentDesk.having(offered, option).count() > 0) {
                return true;
            }
            screen.page().keyboard().press("Escape");
            return false;
        });
        AgentDesk.having(offered, option).first().click();
    }

    /** Waits until a ticket has a status. */
    static void isNow(Screen agent, String status) {
        assertThat(agent.at(".properties .picker .status")).hasText(status);
    }

    /** Takes a ticket, unless it was given to the same person before. */
    static void take(Screen agent, String name) {
        pick(agent, "Assignee", name);
        assertThat(agent.at(".properties")).containsText(name);
        isNow(agent, "Assigned");
    }

    /** Says all that is asked of an urgent ticket, as the tickets of important customers are. */
    static void resolve(Screen agent, String summary) {
        pick(agent, "Status", "Resolved");
        agent.at("#move-summary").fill(summary);
        agent.at("#move-rootCause").fill("See the summary");
        agent.at("#move-plan").fill("None");
        agent.at("sb-move button.primary").click();
        isNow(agent, "Resolved");
    }
}
