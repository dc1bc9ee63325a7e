package io.switchboard.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import io.switchboard.it.harness.Tickets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A body without a length, larger than what the server waits for before it begins. */
@SwitchboardServer
class ChunkedBodyIT {
    private static final int DESCRIPTION = 90_000;

    @Test
    void aTicketWhoseRestComesLaterIsOpened(RunningServer server) throws IOException {
        String subject = "It came in two parts " + UUID.randomUUID();
        Map<String, Object> wanted = new HashMap<>(Tickets.wanted(subject));
        wanted.put("description", "long ".repeat(DESCRIPTION / 5));
        String body = Json.write(wanted);
        try (Socket socket =
                        new Socket(server.address().getHost(), server.address().getPort());
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(60_000);
            send(socket, head(server));
            assertThat(answers.readLine()).as("it waits for the body").startsWith("HTTP/1.1 100");
            assertThat(answers.readLine()).isEmpty();

            int half = body.length() * 4 / 5;
            send(socket, chunk(body.substring(0, half)));
            assertThat(server.administrator().get("/api/v1/session").status())
                    .as("others are served meanwhile")
                    .isEqualTo(200);
            send(socket, chunk(body.substring(half)) + "0\r\n\r\n");

            assertThat(answers.readLine()).startsWith("HTTP/1.1 201");
        }
        assertThat(server.administrator().get("/api/v1/tickets?limit=200").text())
                .contains(subject);
    }

    private static String head(RunningServer server) {
        String token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "for chunks"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        return "POST /api/v1/tickets HTTP/1.1\r\nHost: " + server.address().getAuthority()
                + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n";
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
