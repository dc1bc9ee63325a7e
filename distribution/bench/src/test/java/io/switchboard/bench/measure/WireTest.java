package io.switchboard.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            byte[] body = (exchange.getRequestHeaders().getFirst("Authorization") + ":"
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            boolean chunked = "chunked".equals(exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(201, chunked ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Wire wire() throws IOException {
        return new Wire(server.getAddress().getPort(), "secret");
    }

    @Test
    void oneConnectionServesManyRequestsWithLengthsAndChunks() throws IOException {
        try (Wire wire = wire()) {
            for (int round = 0; round < 3; round++) {
                assertThat(wire.post("/echo", "{}")).isEqualTo(new Wire.Answer(201, "Bearer secret:{}"));
                assertThat(wire.get("/echo?chunked")).isEqualTo(new Wire.Answer(201, "Bearer secret:"));
            }
            assertThat(wire.get("/nowhere").status()).isEqualTo(404);
        }
    }

    @Test
    void aConnectionThatWasClosedIsAnError() throws IOException {
        try (Wire wire = wire()) {
            wire.get("/echo");
            server.stop(0);
            assertThatThrownBy(() -> wire.get("/echo")).isInstanceOfAny(EOFException.class, IOException.class);
        }
    }
}
