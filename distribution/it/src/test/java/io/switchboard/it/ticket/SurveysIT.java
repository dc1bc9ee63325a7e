package io.switchboard.it.ticket;

import static io.switchboard.it.ticket.SurveySteps.allIsToldAgain;
import static io.switchboard.it.ticket.SurveySteps.closed;
import static io.switchboard.it.ticket.SurveySteps.happened;
import static io.switchboard.it.ticket.SurveySteps.leadOf;
import static io.switchboard.it.ticket.SurveySteps.letters;
import static io.switchboard.it.ticket.SurveySteps.rate;
import static io.switchboard.it.ticket.SurveySteps.survey;
import static io.switchboard.it.ticket.SurveySteps.tasks;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.CompiledPlugin;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.People;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers are asked how it went, once, and what they say is kept whichever plugin asked; low scores lead to tasks (SU1-SU3). */
class SurveysIT {
    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");
    /** Another plugin in the place of the one that sent the invitations, with another form under the same id. */
    private static final String SUCCESSOR = """
            package broken;
            import io.switchboard.api.people.Customer;
            import io.switchboard.api.survey.*;
            import io.switchboard.api.ticket.Ticket;
            import java.util.*;
            import org.osgi.framework.*;
            public final class Activator implements BundleActivator, SurveyProvider {
                public void start(BundleContext context) { context.registerService(SurveyProvider.class, this, null); }
                public void stop(BundleContext context) {}
                public String id() { return "rating"; }
                public Survey survey(Ticket ticket, Customer customer, String language) {
                    return new Survey("successor", "en", "Quite another form", List.of(new Survey.Question(
                            "fine", "Was it fine?", Survey.Kind.YES_NO, true, null, null)),
                            new Survey.Scale("fine", 0, 1));
                }
            }
            """;

    @Test
    void theCustomerIsAskedOnceAndOnlyWhatTheySendCounts(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            Http ada = new People(server, administrator).customer("ada");
            Http stranger = new People(server, administrator).customer("stranger");
            LetterBox letters = letters(folder).install(administrator);
            String lead = leadOf(server, administrator, "Payments");
            String ticket = closed(tickets, "Printer <b>smokes</b>", "ada@example.org");
            String link = letters.await("ada@example.org", 1).path();

            looksCountForNothing(server, tickets, ticket, link);
            whatDoesNotFitIsRefused(server, link);
            sentFromThePageItCountsAndIsLow(server, tickets, ticket, link);
            aTaskFollows(administrator, ticket, lead);
            aCorrectionTakesItsPlace(server, administrator, tickets, ticket, link);
            assertThat(letters.to("ada@example.org")).hasSize(1);
            everyLinkThatLeadsNowhereGetsTheSameAnswer(server);
            strangersSeeNothing(server, administrator, stranger, ticket);
            theCustomerAnswersSignedInToo(ada, administrator, ticket);
        }
    }

    private static void looksCountForNothing(RunningServer server, Tickets tickets, String ticket, String link) {
        Http scanner = server.http();
        String page = scanner.get(link + "?score=1").expect(200).text();
        assertThat(page)
                .contains("How did we do?", "Printer &lt;b&gt;smokes&lt;/b&gt;", "value=\"1\" required checked")
                .doesNotContain("<script");
        scanner.get(link + "?score=%22%3E%3Cscript%3E").expect(200);
        scanner.send("HEAD", link + "?score=5", BodyPublishers.noBody(), Map.of())
                .expect(200);
        scanner.with("Sec-Purpose", "prefetch").get(link + "?score=5").expect(200);
        JsonNode asked = scanner.get("/api/v1" + link).expect(200).json();
        assertThat(asked.at("/asked/survey").asText()).isEqualTo("rating");
        assertThat(asked.at("/asked/answered").asBoolean()).isFalse();
        assertThat(survey(tickets, ticket).path("score").isNull()).isTrue();
    }

    private static void whatDoesNotFitIsRefused(RunningServer server, String link) {
        Http customer = server.http();
        for (Map<String, String> wrong :
                List.of(Map.of("stars", "6"), Map.of("comment", "none"), Map.of("stars", "1", "other", "x"))) {
            customer.post("/api/v1" + link, Map.of("answers", wrong)).expect(400);
        }
        JsonNode problem = customer.post(
                        "/api/v1" + link, Map.of("answers", Map.of("stars", "1", "comment", "x".repeat(5_001))))
                .expect(400)
                .json();
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("answers.comment");
        customer.post("/api/v1" + link, Map.of()).expect(400);
        assertThat(customer.send("POST", link, BodyPublishers.noBody(), FORM)
                        .expect(400)
                        .text())
                .contains("Please choose an answer");
        Response huge = customer.send("POST", link, BodyPublishers.ofString("comment=" + "x".repeat(1 << 20)), FORM);
        assertThat(huge.status()).isBetween(400, 499);
    }

    private static void sentFromThePageItCountsAndIsLow(
            RunningServer server, Tickets tickets, String ticket, String link) {
        String words = "stars=1&comment=Zu+lange+gewartet+%3Cb%3E";
        assertThat(server.http()
                        .send("POST", link, BodyPublishers.ofString(words), FORM)
                        .expect(200)
                        .text())
                .contains("Thank you");
        server.http().send("POST", link, BodyPublishers.ofString(words), FORM).expect(200);
        JsonNode survey = survey(tickets, ticket);
        assertThat(survey.path("score").asInt()).isEqualTo(1);
        assertThat(survey.path("low").asBoolean()).isTrue();
        assertThat(survey.at("/answers/comment").asText()).isEqualTo("Zu lange gewartet <b>");
        assertThat(happened(tickets, ticket)).containsOnlyOnce("answered").doesNotContain("corrected");
        assertThat(tickets.history(ticket).toString()).doesNotContain("lange gewartet");
        assertThat(server.http().get(link).expect(200).text()).contains("Zu lange gewartet &lt;b&gt;");
    }

    private static void aTaskFollows(Http administrator, String ticket, String lead) {
        Patience.until("a task", () -> !tasks(administrator, ticket).isEmpty());
        assertThat(tasks(administrator, ticket)).singleElement().satisfies(task -> {
            assertThat(task.path("title").asText()).contains("they answered 1 of 5");
            assertThat(task.at("/assignee/id").asText()).isEqualTo(lead);
        });
    }

    private static void aCorrectionTakesItsPlace(
            RunningServer server, Http administrator, Tickets tickets, String ticket, String link) {
        server.http()
                .post("/api/v1" + link, Map.of("answers", Map.of("stars", "2")))
                .expect(200);
        JsonNode survey = survey(tickets, ticket);
        assertThat(survey.path("score").asInt()).isEqualTo(2);
        assertThat(survey.path("answers").has("comment")).isFalse();
        Patience.until("the history", () -> happened(tickets, ticket).contains("corrected"));
        assertThat(survey(tickets, ticket).path("followUp").asText()).isEqualTo("task");
        assertThat(tasks(administrator, ticket)).hasSize(1);
    }

    private static void everyLinkThatLeadsNowhereGetsTheSameAnswer(RunningServer server) {
        Response guessed = server.http().get("/api/v1/survey/" + "a".repeat(43));
        Response odd = server.http().get("/api/v1/survey/0");
        assertThat(guessed.status()).isEqualTo(410);
        assertThat(odd.json().path("detail")).isEqualTo(guessed.json().path("detail"));
        assertThat(server.http().get("/survey/" + "a".repeat(43)).expect(410).text())
                .isEqualTo(server.http().get("/survey/0").expect(410).text());
    }

    private static void strangersSeeNothing(RunningServer server, Http administrator, Http stranger, String ticket) {
        People people = new People(server, administrator);
        stranger.get(Tickets.path(ticket, "/survey")).expect(404);
        stranger.get(Tickets.path(ticket, "/surveys")).expect(404);
        stranger.get("/api/v1/surveys").expect(403);
        stranger.get("/api/v1/surveys/results").expect(403);
        stranger.get("/api/v1/survey-policy").expect(403);
        Http agent = people.agent("elsewhere", "agent", people.team("Elsewhere"));
        agent.get(Tickets.path(ticket, "/surveys")).expect(404);
        agent.get("/api/v1/surveys/results").expect(403);
    }

    private static void theCustomerAnswersSignedInToo(Http ada, Http administrator, String ticket) {
        assertThat(ada.get(Tickets.path(ticket, "/survey"))
                        .expect(200)
                        .json()
                        .path("answered")
                        .asBoolean())
                .isTrue();
        ada.get(Tickets.path(ticket, "/surveys")).expect(403);
        ada.post(Tickets.path(ticket, "/survey"), Map.of("answers", Map.of("stars", "4")))
                .expect(200);
        assertThat(administrator
                        .get("/api/v1/surveys/results?survey=rating")
                        .expect(200)
                        .json()
                        .at("/items/0/figures/scores/4")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void noAnswerIsLostWhenProvidersAreExchangedAndTheServerIsKilled(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            LetterBox letters = letters(folder).install(administrator);
            Tickets tickets = new Tickets(administrator);
            String gone = closed(tickets, "Answered while nobody asks", "gone@example.org");
            String later = closed(tickets, "Answered after the exchange", "later@example.org");
            String first = letters.await("gone@example.org", 1).path();
            String second = letters.await("later@example.org", 1).path();

            administrator
                    .with("If-Match", "*")
                    .delete(Plugins.path("survey-rating", ""))
                    .expect(204);
            rate(server, first, "1");
            server.kill9();
            server.startAgain();
            Http again = server.administrator();
            new Plugins(again)
                    .upload(
                            "",
                            CompiledPlugin.archive(
                                    "rating-successor",
                                    "SurveyProvider",
                                    "io.switchboard.api.survey,io.switchboard.api.people,io.switchboard.api.ticket",
                                    SUCCESSOR))
                    .expect(201);
            assertThat(server.http().get(second).expect(200).text())
                    .contains("How did we do?")
                    .doesNotContain("Quite another form");
            rate(server, second, "5");

            Tickets after = new Tickets(again);
            assertThat(survey(after, gone).path("score").asInt()).isEqualTo(1);
            assertThat(survey(after, later).path("score").asInt()).isEqualTo(5);
            assertThat(survey(after, later).path("edition").asText()).isNotEqualTo("successor");
            Patience.until("one task", () -> tasks(again, gone).size() == 1);
            assertThat(tasks(again, later)).isEmpty();
            allIsToldAgain(again);
            assertThat(tasks(again, gone)).hasSize(1);
            JsonNode figures =
                    again.get("/api/v1/surveys/results").expect(200).json().at("/items/0/figures");
            assertThat(figures.path("asked").asInt()).isEqualTo(2);
            assertThat(figures.path("answered").asInt()).isEqualTo(2);
            assertThat(figures.path("average").asDouble()).isEqualTo(3.0);
            assertThat(letters.to("gone@example.org")).hasSize(1);
        }
    }
}
