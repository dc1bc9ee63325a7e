package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.web.WebServer.Client;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestGateTest {
    /** Tells who calls, and under which id. */
    private static final class Mirror extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().print(request.getRemoteAddr() + " " + request.getAttribute(RequestId.ATTRIBUTE));
        }
    }

    @Test
    void everyAnswerHasTheIdOfItsRequest() throws Exception {
        try (WebServer server = new WebServer(new Mirror());
                Client client = server.connect()) {
            String answer = client.send("GET / HTTP/1.1\r\nHost: desk\r\n\r\n").answer();
            String id = answer.lines()
                    .filter(line -> line.startsWith("X-Request-Id: "))
                    .map(line -> line.substring(14))
                    .findFirst()
                    .orElseThrow();

            assertThat(id).matches("[0-9a-f]{16}");
            assertThat(answer).endsWith(" " + id);
        }
    }

    @Test
    void aTrustedProxySaysWhoTheClientIs() throws Exception {
        try (WebServer server = new WebServer(new Mirror());
                Client client = server.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: desk\r\nX-Forwarded-For: 6.6.6.6, 198.51.100.1\r\n\r\n");

            assertThat(client.answer()).contains("\r\n198.51.100.1 ");
        }
    }

    @Test
    void aConnectionIsBusyFromTheHeadOfARequestToTheEndOfItsAnswer() throws Exception {
        try (WebServer server = new WebServer(new Mirror());
                Client client = server.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 1\r\n\r\n");
            while (server.connections.busy() == 0) {
                Thread.onSpinWait();
            }

            client.send("x").answer();

            while (server.connections.busy() > 0) {
                Thread.onSpinWait();
            }
            assertThat(server.connections.count()).isEqualTo(1);
        }
    }
}
