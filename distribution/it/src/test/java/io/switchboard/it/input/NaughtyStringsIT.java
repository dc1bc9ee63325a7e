package io.switchboard.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SharedData;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends the strings of the Big List of Naughty Strings through every kind of text, and compares what comes back. */
@SwitchboardServer
class NaughtyStringsIT {

    private static final String TICKETS = "/api/v1/tickets";

    private List<String> strings;
    private Tickets tickets;

    @BeforeEach
    void read(RunningServer server) {
        strings = Json.list(SharedData.json("text/blns/blns.json")).stream()
                .map(JsonNode::asText)
                .toList();
        assertThat(strings).hasSize(515);
        tickets = new Tickets(server.administrator());
    }

    @Test
    void subjectsComeBackUnchanged() {
        throughNewTickets(
                "subject", text -> Map.of("subject", text, "description", "D"), ticket -> ticket.path("subject"));
    }

    @Test
    void descriptionsComeBackUnchanged() {
        throughNewTickets(
                "description",
                text -> Map.of("subject", "S", "description", text),
                ticket -> ticket.path("description"));
    }

    @Test
    void tagsComeBackUnchanged() {
        throughNewTickets(
                "tags",
                text -> Map.of("subject", "S", "description", "D", "tags", List.of(text)),
                ticket -> ticket.path("tags").path(0));
    }

    @Test
    void fieldsComeBackUnchanged() {
        throughNewTickets(
                "fields",
                text -> Map.of("subject", "S", "description", "D", "fields", Map.of("naughty", text)),
                ticket -> ticket.path("fields").path("naughty"));
    }

    @Test
    void namesOfFieldsAreTakenOrRefused() {
        SoftAssertions each = new SoftAssertions();
        for (String text : strings) {
            Response answer = tickets.caller()
                    .post(TICKETS, Map.of("subject", "S", "description", "D", "fields", Map.of(text, "value")));
            each.assertThat(answer.status()).as(Json.write(text)).isIn(201, 400);
        }
        each.assertAll();
    }

    @Test
    void messagesComeBackUnchanged() {
        String ticket = tickets.open("Takes all that people type");
        SoftAssertions each = new SoftAssertions();
        for (String text : strings) {
            Response answer = tickets.say(ticket, "reply", text);
            check(each, "body", text, answer, answer.json().path("body"));
        }
        each.assertAll();
    }

    @Test
    void anySearchIsAnsweredOrRefused() {
        SoftAssertions each = new SoftAssertions();
        for (String text : strings) {
            String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
            Response answer = tickets.caller().get(TICKETS + "?q=" + query);
            each.assertThat(answer.status()).as(Json.write(text)).isIn(200, 400);
        }
        each.assertAll();
    }

    private void throughNewTickets(
            String field, Function<String, Map<String, Object>> ticket, Function<JsonNode, JsonNode> back) {
        SoftAssertions each = new SoftAssertions();
        for (String text : strings) {
            Response opened = tickets.caller().post(TICKETS, ticket.apply(text));
            JsonNode read = opened.status() == 201
                    ? tickets.get(opened.json().path("id").asText()).json()
                    : opened.json();
            check(each, field, text, opened, back.apply(read));
        }
        each.assertAll();
    }

    /** Either the text is taken and comes back as it was, or it is refused by the name of its field. */
    private static void check(SoftAssertions each, String field, String text, Response answer, JsonNode back) {
        if (answer.status() == 201) {
            each.assertThat(back.asText()).as("what came back").isEqualTo(text);
        } else {
            each.assertThat(answer.status()).as(Json.write(text)).isEqualTo(400);
            each.assertThat(answer.json().path("errors").path(0).path("field").asText())
                    .as("the field named for " + Json.write(text))
                    .startsWith(field);
        }
    }
}
