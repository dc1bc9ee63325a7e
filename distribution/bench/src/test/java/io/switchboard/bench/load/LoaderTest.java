package io.switchboard.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    private final AtomicInteger posted = new AtomicInteger();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/tickets", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyLineOfACompressedFileIsPostedOnce() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < 100; number++) {
            lines.append("{\"subject\":\"fine\",\"description\":\"")
                    .append(number)
                    .append("\"}\n\n");
        }

        assertThat(load("tickets.jsonl.gz", lines.toString())).isTrue();

        assertThat(posted).hasValue(100);
        assertThat(told.toString(UTF_8)).contains("100 opened, 0 were there already, 0 refused");
    }

    @Test
    void whatIsRefusedIsToldWithItsLineAndReason() throws Exception {
        String lines = "{\"subject\":\"fine\"}\n{\"subject\":\"wrong\"}\nno JSON\n{\"subject\":\"known\"}\n";

        assertThat(load("tickets.jsonl", lines)).isFalse();

        assertThat(told.toString(UTF_8))
                .contains("line 2: 400 subject must be right", "line 3: is not JSON", "1 opened, 1 were there already");
    }

    private boolean load(String name, String lines) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream bytes = name.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
            bytes.write(lines.getBytes(UTF_8));
        }
        Tally tally = new Tally(new PrintStream(told, true, UTF_8), Duration.ofMinutes(1));
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        LoadOptions options =
                LoadOptions.of(new String[] {"--server", address, "--connections", "4", file.toString()}, "a token");
        new Loader(new DeskClient(options.server(), options.token()), options.connections(), tally)
                .run(options.files().get(0));
        return tally.finish();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (body.contains("wrong")) {
            send(exchange, 400, "{\"detail\":\"subject must be right\"}");
        } else if (body.contains("known")) {
            send(exchange, 409, "{\"type\":\"urn:switchboard:problem:already-exists\"}");
        } else {
            posted.incrementAndGet();
            send(exchange, 201, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
