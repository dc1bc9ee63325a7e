package io.switchboard.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.core.web.WebServer.Client;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {
    private static final Duration PATIENT = Duration.ofMinutes(1);
    private static final String LARGE = "x".repeat(EarlyBody.SIZE);

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile @Nullable Thread reader;

    /** Answers with the length of the body, refuses without reading it, or waits. */
    private final class Desk extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getRequestURI()) {
                case "/refused" -> response.sendError(401);
                case "/wait" -> {
                    inside.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                }
                case "/reader" -> {
                    try (InputStream body = request.getInputStream()) {
                        int begun = body.readNBytes(LARGE.length()).length;
                        reader = Thread.currentThread();
                        inside.countDown();
                        response.getOutputStream().print("bytes " + (begun + body.readAllBytes().length));
                    }
                }
                default -> {
                    try (InputStream body = request.getInputStream()) {
                        response.getOutputStream().print("bytes " + body.readAllBytes().length);
                    }
                }
            }
        }
    }

    @Test
    void aConnectionCanBeUsedAgainAfterARefusalThatReadNoBody() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            client.send(post("/refused", 2)).send("{}");
            assertThat(client.answer()).startsWith("HTTP/1.1 401").doesNotContain("Connection: close");
            client.send(post("/", 3)).send("abc");
            assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("bytes 3");
        }
    }

    @Test
    void whoAsksForTheApiBeforeItIsThereIsToldToComeBack() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            client.send(post("/api/v1/tickets", 3)).send("abc");
            assertThat(client.answer())
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1", "application/problem+json", "starting")
                    .doesNotContain("Connection: close");
            server.reception.open();
            client.send(post("/api/v1/tickets", 3)).send("abc");
            assertThat(client.answer()).startsWith("HTTP/1.1 200").endsWith("bytes 3");
        }
    }

    @Test
    void theAnswerToARefusedUploadArrivesThoughItsBodyStillComes() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            client.send(post("/refused", 2 * LARGE.length())).send(LARGE);
            assertThat(client.answer()).startsWith("HTTP/1.1 401").contains("Connection: close");

            client.send(LARGE);
            assertThat(client.ended()).as("in order, not by a reset").isTrue();
        }
    }

    @Test
    void aBodyIsReadAsItWasSentWhateverItsSizeAndPieces() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            client.send(post("/", 6)).send("ab").send("cd").send("ef");
            assertThat(client.answer()).endsWith("bytes 6");
            client.send("POST / HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .send("3\r\nabc\r\n")
                    .send("10000\r\n" + LARGE + "\r\n")
                    .send("2\r\nde\r\n0\r\n\r\n");
            assertThat(client.answer()).endsWith("bytes " + (LARGE.length() + 5));
            client.send(post("/", 0));
            assertThat(client.answer()).endsWith("bytes 0");
        }
    }

    @Test
    void whoReadsALargeBodyWithoutALengthIsToldWhenItsRestComes() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            client.send("POST /reader HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(client.answer()).as("the server waits for the body").startsWith("HTTP/1.1 100");
            client.send("10000\r\n" + LARGE + "\r\n");
            inside.await();
            while (Objects.requireNonNull(reader).getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }

            client.send("2\r\nde\r\n0\r\n\r\n");
            assertThat(client.answer()).endsWith("bytes " + (LARGE.length() + 2));
        }
    }

    @Test
    void aBodyThatDoesNotComeIsAnsweredWithARequestTimeoutAndHeldNoPlace() throws Exception {
        Admission admission = new Admission(1, 0, Duration.ZERO);
        try (WebServer server = new WebServer(new Desk(), admission, Duration.ofMillis(200));
                Client slow = server.connect();
                Client other = server.connect()) {
            slow.send(post("/", 10)).send("abc");
            other.send(post("/", 1)).send("x");

            assertThat(other.answer()).endsWith("bytes 1");
            assertThat(slow.answer()).startsWith("HTTP/1.1 408").contains("Connection: close", "problem+json");
            assertThat(slow.ended()).isTrue();
            assertThat(admission.admitted()).isEqualTo(1);
        }
    }

    @Test
    void slowUploadsLeaveRoomForOthers() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client slow = server.connect();
                Client second = server.connect();
                Client other = server.connect()) {
            slow.send(post("/wait", LARGE.length() + 1)).send("x");
            inside.await();

            second.send(post("/", LARGE.length() + 1)).send(LARGE).send("y");
            assertThat(second.answer()).startsWith("HTTP/1.1 503").contains("Retry-After: 1");
            other.send(post("/", 1)).send("x");
            assertThat(other.answer()).startsWith("HTTP/1.1 200");
            goOn.countDown();
        }
    }

    @Test
    void whoFindsNoPlaceIsTurnedAwayButHealthIsAnswered() throws Exception {
        try (WebServer server = new WebServer(new Desk(), new Admission(1, 0, Duration.ZERO), PATIENT);
                Client first = server.connect();
                Client second = server.connect()) {
            first.send(get("/wait"));
            inside.await();

            second.send(get("/"));
            assertThat(second.answer())
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1", "application/problem+json", "urn:switchboard:problem:overloaded");
            second.send(get("/health/live"));
            assertThat(second.answer()).startsWith("HTTP/1.1 200");

            goOn.countDown();
            assertThat(first.answer()).startsWith("HTTP/1.1 200");
            assertThat(answerOnceThereIsRoom(second)).startsWith("HTTP/1.1 200");
        }
    }

    /** The place of a request is free a moment after its answer has arrived. */
    private static String answerOnceThereIsRoom(Client client) throws IOException {
        String answer = "";
        for (int attempt = 0; attempt < 1_000 && !answer.startsWith("HTTP/1.1 200"); attempt++) {
            client.send(get("/"));
            answer = client.answer();
        }
        return answer;
    }

    @Test
    void whenTheDoorIsClosedNobodyIsLetInAndAnswersEndTheirConnections() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect();
                Client late = server.connect()) {
            client.send(get("/"));
            assertThat(client.answer()).doesNotContain("Connection: close");

            server.gate.closeAfterAnswers();
            client.send(get("/"));
            assertThat(client.answer()).startsWith("HTTP/1.1 200").contains("Connection: close");
            assertThat(client.ended()).isTrue();

            server.reception.close();
            late.send(get("/"));
            assertThat(late.answer()).startsWith("HTTP/1.1 503");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 GET /api;x HTTP/1.1\r\nHost: desk\r\n\r\n",
                "400 GET /a%00 HTTP/1.1\r\nHost: desk\r\n\r\n",
                "400 GET / HTTP/1.1\r\n\r\n",
                "400 nonsense\r\n\r\n",
                "400 POST / HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "405 TRACE / HTTP/1.1\r\nHost: desk\r\n\r\n",
                "401 GET /refused HTTP/1.1\r\nHost: desk\r\n\r\n",
                "417 POST / HTTP/1.1\r\nHost: desk\r\nExpect: gifts\r\nContent-Length: 0\r\n\r\n"
            })
    void everyRefusalIsAProblemDocumentWithTheProtectingHeaders(String line) throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            assertThat(client.send(line.substring(4)).answer())
                    .startsWith("HTTP/1.1 " + line.substring(0, 3))
                    .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff")
                    .contains("\"status\":" + line.substring(0, 3));
        }
    }

    @Test
    void tooLongAddressesAndHeadersAreProblemDocumentsToo() throws Exception {
        String much = "x".repeat(20_000);
        try (WebServer server = new WebServer(new Desk());
                Client address = server.connect();
                Client headers = server.connect()) {
            assertThat(address.send(get("/" + much)).answer())
                    .startsWith("HTTP/1.1 414")
                    .contains("application/problem+json", "too-large");
            assertThat(headers.send("GET / HTTP/1.1\r\nHost: desk\r\nA: " + much + "\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 431")
                    .contains("application/problem+json", "too-large");
        }
    }

    @Test
    void anUnknownMethodIsToldTheKnownOnes() throws Exception {
        try (WebServer server = new WebServer(new Desk());
                Client client = server.connect()) {
            assertThat(client.send("BREW / HTTP/1.1\r\nHost: desk\r\n\r\n").answer())
                    .contains("Allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: desk\r\n\r\n";
    }

    private static String post(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: desk\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
