package io.switchboard.it.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SharedData;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Opens tickets for people with odd mail addresses, and with texts that are none. */
@SwitchboardServer
class AddressesIT {

    @Test
    void anAddressIsTakenAndWhatIsNoneIsRefused(RunningServer server) {
        Tickets tickets = new Tickets(server.administrator());
        SoftAssertions each = new SoftAssertions();
        for (JsonNode line : SharedData.jsonLines("addresses/cases.jsonl")) {
            JsonNode expected = line.path("expect");
            String address = withControls(expected.path("address").asText());
            Response answer = tickets.caller()
                    .post(
                            "/api/v1/tickets",
                            Map.of("subject", "S", "description", "D", "requester", Map.of("email", address)));
            String name = line.path("id").asText() + " " + Json.write(address) + " -> " + answer;
            if (expected.path("invalid").asBoolean()) {
                each.assertThat(answer.status()).as(name).isEqualTo(400);
            } else if (expected.path("valid_smtp").asBoolean()) {
                each.assertThat(answer.status()).as(name).isEqualTo(201);
            } else {
                each.assertThat(answer.status()).as(name).isIn(201, 400);
            }
        }
        each.assertAll();
    }

    /** The collection writes a control character as the picture of it, for example U+240D for a carriage return. */
    private static String withControls(String address) {
        StringBuilder text = new StringBuilder(address);
        for (int at = 0; at < text.length(); at++) {
            char picture = text.charAt(at);
            if (picture >= '\u2400' && picture < '\u2420') {
                text.setCharAt(at, (char) (picture - '\u2400'));
            }
        }
        return text.toString();
    }
}
