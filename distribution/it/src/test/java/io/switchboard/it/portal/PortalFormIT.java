package io.switchboard.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** IN6 and WO3: the form fits what the customer asks about, and what they answer is kept as the desk keeps answers. */
@SwitchboardServer
class PortalFormIT {
    private static final String QUESTIONS = "/api/v1/diagnostic-questions";

    private Visitor customer;
    private Http administrator;
    private String category;

    @BeforeEach
    void aCategoryWithQuestions(RunningServer server) {
        customer = Visitor.of(server);
        administrator = server.administrator();
        category = "rooms-" + UUID.randomUUID();
        administrator
                .post("/api/v1/categories", Map.of("id", category, "name", "Rooms <b>" + category))
                .expect(201);
        Map<String, Object> set = Map.of(
                "category",
                category,
                "questions",
                List.of(
                        Map.of("id", "room", "text", "Which <i>room</i>?", "kind", "text", "required", true),
                        Map.of("id", "seats", "text", "How many seats?", "kind", "number"),
                        Map.of("id", "warm", "text", "Is it warm?", "kind", "yes_no")));
        JsonNode sets = administrator.get(QUESTIONS).expect(200).json().path("sets");
        administrator
                .with("If-Match", "*")
                .put(QUESTIONS, Map.of("sets", with(sets, set)))
                .expect(200);
    }

    /** Other tests of the same server have questions of their own. */
    private static List<Object> with(JsonNode sets, Map<String, Object> added) {
        List<Object> all = new ArrayList<>();
        sets.forEach(all::add);
        all.add(added);
        return all;
    }

    @Test
    void theAddressOfAChoiceShowsWhatItAsksWithoutAScript() {
        assertThat(customer.get("/").expect(200).text())
                .contains("Rooms &lt;b&gt;" + category, "Something does not work", "I am not sure")
                .doesNotContain("Which &lt;i&gt;room", "name=\"errorMessages\"");

        assertThat(customer.get("/?type=incident&category=" + category)
                        .expect(200)
                        .text())
                .contains("Which &lt;i&gt;room&lt;/i&gt;?", "How many seats?", "Error message", "What happened?");
        assertThat(customer.get("/?type=question&category=nowhere").expect(200).text())
                .contains("What would you like to know?")
                .doesNotContain("How many seats?", "name=\"errorMessages\"");
        assertThat(customer.get("/api/v1/x/intake-portal/form?category=" + category)
                        .expect(200)
                        .json()
                        .at("/questions/2/kind")
                        .asText())
                .isEqualTo("yes_no");
    }

    @Test
    void whoChoosesAndGoesOnSeesTheQuestionsAndKeepsWhatWasTyped() {
        Response page = customer.form("/", asked("step", "questions", "description", "typed with care"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("How many seats?", "typed with care").doesNotContain("role=\"alert\"");
    }

    @Test
    void whatIsMissingOrIsNoAnswerStandsAtItsField() {
        Response refused = customer.form("/", asked("answers.seats", "many", "subject", "", "answers.warm", "no"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains(
                        "id=\"answers.room-fault\">Which &lt;i&gt;room&lt;/i&gt;? Must be given.",
                        "id=\"answers.seats-fault\">How many seats? Must be a number.",
                        "id=\"subject-fault\">Subject must be given.",
                        "<a href=\"#answers.room\">",
                        "value=\"many\"",
                        "<option value=\"no\" selected>");
        assertThat(customer.with("Accept-Language", "de").form("/", asked()).text())
                .contains("Which &lt;i&gt;room&lt;/i&gt;? Fehlt noch.");
    }

    @Test
    void theDeskHasTheAnswersToItsQuestions() {
        Response receipt = customer.form(
                        "/",
                        asked(
                                "type", "incident",
                                "answers.room", "The blue one",
                                "answers.seats", "12",
                                "answers.warm", "no",
                                "answers.unasked", "nothing",
                                "errorMessages", "E-1",
                                "userImpact", "no meetings"))
                .expect(201);

        String path = "/api/v1/tickets/" + Visitor.number(receipt);
        JsonNode ticket = administrator.get(path).expect(200).json();
        assertThat(ticket.path("category").asText()).isEqualTo(category);
        assertThat(ticket.path("type").asText()).isEqualTo("incident");
        assertThat(ticket.path("errorMessages").asText()).isEqualTo("E-1");
        assertThat(ticket.path("userImpact").asText()).isEqualTo("no meetings");
        assertThat(ticket.path("fields").has("diagnostic.unasked")).isFalse();
        JsonNode answers = administrator.get(path + "/diagnostics").expect(200).json();
        assertThat(answers.at("/items/0/answer").asText()).isEqualTo("The blue one");
        assertThat(answers.at("/items/1/answer").asInt()).isEqualTo(12);
        assertThat(answers.at("/items/2/answer").asBoolean(true)).isFalse();
        assertThat(answers.path("missing")).isEmpty();
    }

    @Test
    void whatIsNotOfferedIsRefusedAndChangesNothing() {
        assertThat(customer.form("/", asked("category", "nowhere")).expect(400).text())
                .contains("Area is not offered any more; please choose again.");
        customer.form("/", asked("type", "problem", "answers.room", "x")).expect(400);
        customer.http()
                .post(
                        "/api/v1/x/intake-portal/tickets",
                        Map.of("subject", "a", "description", "b", "email", "rooms@example.org", "category", category))
                .expect(400);
        administrator
                .with("If-Match", "*")
                .patch("/api/v1/categories/" + category, Map.of("active", false))
                .expect(200);
        assertThat(customer.get("/?category=" + category).expect(200).text()).doesNotContain("How many seats?");
    }

    @Test
    void customersChooseFromTheTypesThatAdministratorsOffer() {
        Plugins plugins = new Plugins(administrator);
        plugins.set("intake-portal", Map.of("types", List.of("question", "incident")));
        try {
            Patience.until(
                    "the form has two types", () -> !customer.get("/").text().contains("value=\"service_request\""));
            assertThat(customer.get("/").expect(200).text())
                    .contains("value=\"incident\"", "value=\"question\"")
                    .doesNotContain("value=\"change_request\"");
            assertThat(customer.get("/api/v1/x/intake-portal/form")
                            .expect(200)
                            .json()
                            .path("types"))
                    .hasToString("[\"incident\",\"question\"]");
            customer.form("/", asked("type", "service_request", "answers.room", "x"))
                    .expect(400);

            plugins.set("intake-portal", Map.of("types", List.of()));
            Patience.until(
                    "the form asks for no type", () -> !customer.get("/").text().contains("name=\"type\""));
            customer.form("/", asked("answers.room", "x")).expect(201);
        } finally {
            plugins.set("intake-portal", Map.of());
        }
        Patience.until("the form is as it comes", () -> customer.get("/").text().contains("value=\"service_request\""));
    }

    private Map<String, String> asked(String... more) {
        Map<String, String> fields = new HashMap<>(Visitor.fields("A room", "for a meeting", "rooms@example.org"));
        fields.put("category", category);
        for (int index = 0; index < more.length; index += 2) {
            fields.put(more[index], more[index + 1]);
        }
        return fields;
    }
}
