package io.switchboard.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    private final List<String> desk = new ArrayList<>();
    private final Deque<Integer> backlogs = new ArrayDeque<>();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/tickets", this::tickets);
        server.createContext("/api/v1/reactions", this::reactions);
        server.start();
        add("1", "Printer burns", "done");
        add("2", "Printer burns", "done");
        add("3", "Network gone", "done");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDeskThatHoldsTheFileIsEqualToIt() throws Exception {
        assertThat(verified()).isTrue();

        assertThat(told.toString(UTF_8)).contains("expected 3, found 3", "equal");
    }

    @Test
    void itWaitsUntilEveryReactionHasHeardOfEverything() throws Exception {
        backlogs.addAll(List.of(1_000, 7));

        assertThat(verified()).isTrue();

        assertThat(told.toString(UTF_8)).contains("(1000 or more events behind)", "(7 events behind)");
    }

    @Test
    void aTicketThatIsNotThereIsADifference() throws Exception {
        desk.remove(1);

        assertThat(verified()).isFalse();

        assertThat(told.toString(UTF_8)).contains("'Printer burns' is there 1 times, not 2");
    }

    @Test
    void aTicketThatIsThereTwiceIsADifference() throws Exception {
        add("4", "Network gone", "done");

        assertThat(verified()).isFalse();
    }

    @Test
    void aTicketThatNobodyTriagedIsADifference() throws Exception {
        desk.remove(2);
        add("3", "Network gone", "pending");

        assertThat(verified()).isFalse();

        assertThat(told.toString(UTF_8)).contains("1 tickets wait for triage");
    }

    private boolean verified() throws Exception {
        Path file = folder.resolve("tickets.jsonl");
        Files.writeString(file, """
                {"id":"a","subject":"Printer burns","body":"it does"}
                {"id":"b","subject":"Printer burns","body":"again"}
                {"id":"c","subject":"Network gone","body":"and back"}
                """);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new Verification(
                        new DeskClient(address, "a token"),
                        List.of(new TicketFile(file, "old")),
                        new PrintStream(told, true, UTF_8),
                        Duration.ofMillis(1))
                .run();
    }

    private void add(String id, String subject, String triage) {
        desk.add("{\"id\":\"" + id + "\",\"subject\":\"" + subject + "\",\"triage\":\"" + triage + "\"}");
    }

    /** Gives all tickets to a search, and one a page to a list. */
    private void tickets(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (query.contains("q=")) {
            send(exchange, "{\"items\":[" + String.join(",", desk) + "],\"next\":null}");
            return;
        }
        int place = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=", "")) : 0;
        String next = place + 1 < desk.size() ? "\"" + (place + 1) + "\"" : "null";
        send(exchange, "{\"items\":[" + desk.get(place) + "],\"next\":" + next + "}");
    }

    private void reactions(HttpExchange exchange) throws IOException {
        int backlog = backlogs.isEmpty() ? 0 : backlogs.remove();
        send(exchange, "{\"items\":[{\"id\":\"triage\",\"served\":true,\"parked\":0,\"backlog\":" + backlog + "}]}");
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
