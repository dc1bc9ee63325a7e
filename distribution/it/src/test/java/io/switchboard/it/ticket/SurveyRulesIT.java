package io.switchboard.it.ticket;

import static io.switchboard.it.ticket.SurveySteps.close;
import static io.switchboard.it.ticket.SurveySteps.closed;
import static io.switchboard.it.ticket.SurveySteps.daysPass;
import static io.switchboard.it.ticket.SurveySteps.letters;
import static io.switchboard.it.ticket.SurveySteps.policy;
import static io.switchboard.it.ticket.SurveySteps.survey;
import static io.switchboard.it.ticket.SurveySteps.surveys;
import static io.switchboard.it.ticket.SurveySteps.walked;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.LetterBox;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is asked how it went, by which survey, and where (SU1, SU2, SU3). */
class SurveyRulesIT {
    @Test
    void spamAndMergedTicketsBringNoInvitationAndARuleSelectsWhoIsAskedForTen(@TempDir Path folder) throws IOException {
        try (RunningServer server = ServerSetup.in(folder).with("--test-clock").start()) {
            Http administrator = server.administrator();
            LetterBox letters = letters(folder).install(administrator);
            Tickets tickets = new Tickets(administrator);
            Plugins plugins = new Plugins(administrator);
            plugins.install("survey-nps");
            plugins.set("survey-nps", Map.of("chance", 100, "categories", List.of("billing-payment"), "quietDays", 0));
            policy(administrator, Map.of("lowScore", "reopen"));

            String spam = walked(tickets, "Spam", "spam@example.org", Map.of(), "resolved");
            String merged = walked(tickets, "Merged", "merged@example.org", Map.of(), "resolved");
            String other = closed(tickets, "Other", "other@example.org");
            tickets.changing(spam).post(Tickets.path(spam, "/spam"), Map.of()).expect(200);
            tickets.changing(merged)
                    .post(Tickets.path(merged, "/merge"), Map.of("into", other))
                    .expect(200);
            String billing =
                    walked(tickets, "Billing", "billing@example.org", Map.of("category", "billing-payment"), "closed");
            String link = letters.await("billing@example.org", 1).path();
            letters.await("other@example.org", 1);
            assertThat(survey(tickets, billing).path("survey").asText()).isEqualTo("nps");
            assertThat(survey(tickets, other).path("survey").asText()).isEqualTo("rating");
            for (String nobody : List.of(spam, merged)) {
                assertThat(surveys(tickets, nobody)).isEmpty();
            }
            assertThat(letters.to("spam@example.org")).isEmpty();
            assertThat(letters.to("merged@example.org")).isEmpty();

            server.http()
                    .post("/api/v1" + link, Map.of("answers", Map.of("likely", "3")))
                    .expect(200);
            Patience.until("a low score opens it", () -> tickets.status(billing).equals("reopened"));
            daysPass(administrator, 8);
            assertThat(server.http()
                            .post("/api/v1" + link, Map.of("answers", Map.of("likely", "10")))
                            .expect(422)
                            .json()
                            .path("detail")
                            .asText())
                    .contains("too late");
            assertThat(server.http().get(link).expect(422).text()).contains("You have answered already");
            JsonNode results = administrator
                    .get("/api/v1/surveys/results?survey=nps")
                    .expect(200)
                    .json();
            assertThat(results.at("/items/0/figures/netPromoterScore").asDouble())
                    .isEqualTo(-100.0);
        }
    }

    @Test
    void withoutACourierTheCustomerIsAskedOnThePageOfTheirRequest(@TempDir Path folder) {
        try (RunningServer server = ServerSetup.in(folder).start()) {
            Http administrator = server.administrator();
            Tickets tickets = new Tickets(administrator);
            String link = server.http()
                    .post(
                            "/api/v1/x/intake-portal/tickets",
                            Map.of(
                                    "name", "Ada",
                                    "email", "ada@example.org",
                                    "subject", "Printer",
                                    "description", "It smokes"))
                    .expect(201)
                    .json()
                    .path("link")
                    .asText();
            String path = URI.create(link).getPath();
            String ticket = tickets.caller()
                    .get("/api/v1/tickets?view=all")
                    .expect(200)
                    .json()
                    .at("/items/0/id")
                    .asText();
            assertThat(server.http().get(path).expect(200).text()).doesNotContain("How did we do?");
            Patience.until(
                    "triage",
                    () -> tickets.get(ticket).json().path("triage").asText().equals("done"));
            close(tickets, ticket);
            Patience.until("the survey", () -> server.http().get(path).text().contains("How did we do?"));
            assertThat(survey(tickets, ticket).path("sent").asBoolean()).isFalse();
            String boundary = "--b\r\nContent-Disposition: form-data; name=\"";
            String form = boundary + "stars\"\r\n\r\n4\r\n" + boundary + "comment\"\r\n\r\nFast\r\n--b--\r\n";
            server.http()
                    .send(
                            "POST",
                            path + "/survey",
                            BodyPublishers.ofString(form),
                            Map.of("Content-Type", "multipart/form-data; boundary=b"))
                    .expect(303);
            assertThat(survey(tickets, ticket).path("score").asInt()).isEqualTo(4);
            assertThat(server.http().get(path).expect(200).text()).contains("Thank you for your answer", "Fast");
        }
    }
}
