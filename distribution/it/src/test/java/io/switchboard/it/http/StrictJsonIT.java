package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a body says is taken as it is said, or refused by the name of the field; nothing is guessed. */
@SwitchboardServer
class StrictJsonIT {
    private static final String INVALID = "urn:switchboard:problem:invalid-field";

    private Http administrator;

    @BeforeEach
    void signIn(RunningServer server) {
        administrator = server.administrator();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tickets | {\"subject\": 123}                                          | subject",
                "tickets | {\"subject\": true}                                         | subject",
                "tickets | {\"subject\": 1.5}                                          | subject",
                "tickets | {\"subject\": [\"a\"]}                                      | subject",
                "tickets | {\"subject\": {}}                                           | subject",
                "tickets | {\"requester\": [\"a\"]}                                    | requester",
                "tickets | {\"requester\": \"a\"}                                      | requester",
                "tickets | {\"requester\": {\"name\": 7}}                              | requester.name",
                "tickets | {\"tags\": \"a\"}                                           | tags",
                "tickets | {\"tags\": [\"a\", 1]}                                      | tags[1]",
                "tickets | {\"fields\": []}                                            | fields",
                "tickets | {\"fields\": {\"a\": {\"b\": 1}}, \"subject\": \"a\"}       | fields.a",
                "tickets/bulk | {\"tickets\": [{\"ticket\": \"SB-1\", \"version\": \"1\"}]} | tickets[0].version",
                "tickets/bulk | {\"tickets\": [{\"ticket\": \"SB-1\", \"version\": 1.0}]} | tickets[0].version",
                "tickets/bulk | {\"tickets\": [{\"ticket\": \"SB-1\", \"version\": 99999999999999999999}]} |"
                        + " tickets[0].version",
                "customers | {\"vip\": \"true\"}                                       | vip",
                "customers | {\"vip\": \"\"}                                           | vip",
                "customers | {\"vip\": 1}                                              | vip",
                "customers | {\"attributes\": {\"a\": 1}}                              | attributes.a",
                "teams   | {\"tier\": \"1\"}                                           | tier",
                "teams   | {\"tier\": 1.5}                                             | tier",
                "tokens  | {\"name\": \"a\", \"expiresAt\": 4102444800}                | expiresAt",
                "tokens  | {\"name\": \"a\", \"expiresAt\": \"tomorrow\"}              | expiresAt",
                "tokens  | {\"name\": \"a\", \"name\": \"b\"}                          | name",
            })
    void anotherTypeThanTheFieldHasIsRefusedByItsName(String path, String body, String field) {
        assertThat(fieldOf(administrator.post("/api/v1/" + path, body))).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"subject\": \"a\\u0000b\"}                       | subject",
                "{\"subject\": \"a\\ud83d\"}                         | subject",
                "{\"subject\": \"a\\uDE00 b\"}                       | subject",
                "{\"requester\": {\"name\": \"\\u0000\"}}             | requester.name",
                "{\"tags\": [\"a\", \"\\udc00\"]}                     | tags[1]",
                "{\"fields\": {\"a\": [\"\\u0000\"]}}                 | fields.a[0]",
                "{\"fields\": {\"a\\u0000\": \"b\"}}                  | fields",
                "{\"externalNumber\": \"\\ud800\\ud800\"}             | externalNumber",
            })
    void whatIsNoCharacterIsRefusedByTheNameOfItsField(String body, String field) {
        assertThat(fieldOf(administrator.post("/api/v1/tickets", body))).isEqualTo(field);
    }

    @Test
    void aSurrogateInBytesIsRefusedToo() {
        byte[] body = "{\"subject\": \"a??\"}".getBytes(StandardCharsets.ISO_8859_1);
        int at = body.length - 4;
        byte[] bytes = new byte[body.length + 1];
        System.arraycopy(body, 0, bytes, 0, at);
        System.arraycopy(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, 0, bytes, at, 3);
        System.arraycopy(body, body.length - 2, bytes, at + 3, 2);

        Response response = administrator.send(
                "POST",
                "/api/v1/tickets",
                BodyPublishers.ofByteArray(bytes),
                Map.of("Content-Type", "application/json"));

        assertThat(response.status()).isEqualTo(400);
    }

    @Test
    void aBodyInAnotherEncodingIsNotGuessedAt() {
        Response response = administrator.send(
                "POST",
                "/api/v1/tickets",
                BodyPublishers.ofString("{\"subject\": \"a\"}", StandardCharsets.UTF_16LE),
                Map.of("Content-Type", "application/json"));

        assertThat(response.expect(400).json().path("type").asText()).endsWith("malformed-request");
    }

    @Test
    void anUnknownFieldIsRefusedAlsoInAPatchThatTakesItAway() {
        String id = administrator
                .post("/api/v1/teams", Map.of("name", "Strict " + System.nanoTime()))
                .expect(201)
                .json()
                .path("id")
                .asText();

        Response response = administrator.with("If-Match", "*").patch("/api/v1/teams/" + id, "{\"colour\": null}");

        assertThat(response.expect(400).json().at("/errors/0/field").asText()).isEqualTo("colour");
    }

    @Test
    void aPatchOfATicketIsAsStrict() {
        Tickets tickets = new Tickets(administrator);
        String ticket = tickets.open("Patched strictly");

        assertThat(fieldOf(tickets.changing(ticket).patch(Tickets.path(ticket, ""), "{\"confidential\": \"true\"}")))
                .isEqualTo("confidential");
        assertThat(fieldOf(tickets.changing(ticket).patch(Tickets.path(ticket, ""), "{\"subject\": 1}")))
                .isEqualTo("subject");
    }

    @ParameterizedTest
    @CsvSource({"tickets?wait=yes, wait", "tickets?wait=, wait"})
    void aParameterThatIsNotUnderstoodIsRefusedByItsName(String path, String name) {
        assertThat(fieldOf(administrator.post("/api/v1/" + path, Tickets.wanted("Never opened"))))
                .isEqualTo(name);
    }

    @Test
    void whetherToTryOnlyIsNotGuessedAtWhenAPluginIsInstalled() {
        Response response = administrator.send(
                "POST",
                "/api/v1/plugins?dryRun=yes",
                BodyPublishers.ofString("no archive"),
                Map.of("Content-Type", "application/java-archive"));

        assertThat(fieldOf(response)).isEqualTo("dryRun");
    }

    private static String fieldOf(Response response) {
        JsonNode problem = response.expect(400).json();
        assertThat(problem.path("type").asText()).isEqualTo(INVALID);
        return problem.at("/errors/0/field").asText();
    }
}
