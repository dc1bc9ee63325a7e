package io.switchboard.core.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.plugin.OutgoingHttp.Answer;
import io.switchboard.api.plugin.OutgoingHttp.Request;
import io.switchboard.core.store.backup.DeliveryHold;
import io.switchboard.core.store.setting.InMemorySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedHttpTest {
    private static final Consumer<URI> ANY = address -> {};

    private final InMemorySettings settings = new InMemorySettings();
    private final DeliveryHold hold = new DeliveryHold(settings);
    private final GuardedHttp closed = new GuardedHttp(ReachableAddresses.with(null), hold);
    private final GuardedHttp open = new GuardedHttp(ReachableAddresses.with("127.0.0.1"), hold);
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        other.createContext("/hello", exchange -> answer(exchange, 200, "hello"));
        other.createContext("/there", exchange -> redirect(exchange, "/hello"));
        other.createContext("/circle", exchange -> redirect(exchange, "/circle"));
        other.createContext("/inside", exchange -> redirect(exchange, "http://169.254.169.254/latest/"));
        other.createContext(
                "/elsewhere",
                exchange -> redirect(
                        exchange, "http://localhost:" + other.getAddress().getPort() + "/hello"));
        other.start();
    }

    @AfterEach
    void stop() throws IOException {
        other.stop(0);
        closed.close();
        open.close();
    }

    private void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().add("Location", target);
        answer(exchange, 302, "");
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Request get(String path, int maximum) {
        return request(
                "GET", URI.create("http://127.0.0.1:" + other.getAddress().getPort() + path), maximum);
    }

    private static Request request(String method, URI address, int maximum) {
        return new Request(method, address, Map.of("Authorization", "Bearer x"), null, Duration.ofSeconds(20), maximum);
    }

    private static void refuses(GuardedHttp http, Request request, ErrorCode code) {
        assertThatThrownBy(() -> http.send(request, ANY))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void aRestoredCopySendsNothingUntilItIsReleased() throws IOException {
        settings.put(DeliveryHold.SETTING, "true");
        assertThatThrownBy(() -> open.send(get("/hello", 100), ANY))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.POLICY_REFUSED))
                .hasMessageContaining("delivery-hold/release");
        assertThat(seen).isEmpty();

        hold.release();
        assertThat(open.send(get("/hello", 100), ANY).status()).isEqualTo(200);
    }

    @Test
    void anAnswerComesWithItsHeaders() throws IOException {
        Answer answer = open.send(get("/hello", 100), ANY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(answer.headers()).containsKey("content-length");
        assertThat(seen).containsExactly("GET /hello Bearer x");
    }

    @Test
    void anAddressInsideIsRefusedAndNotCalled() {
        refuses(closed, get("/hello", 100), ErrorCode.POLICY_REFUSED);
        refuses(
                closed,
                request(
                        "GET",
                        URI.create("http://localhost:" + other.getAddress().getPort() + "/hello"),
                        100),
                ErrorCode.POLICY_REFUSED);
        assertThat(seen).isEmpty();
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        assertThat(open.send(get("/there", 100), ANY).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello");
    }

    @Test
    void aRedirectToTheInsideIsRefused() {
        refuses(open, get("/inside", 100), ErrorCode.POLICY_REFUSED);
    }

    @Test
    void aHostThatIsNotAllowedIsNotCalledNotEvenAfterARedirect() throws IOException {
        try (Closing http = new Closing(new GuardedHttp(ReachableAddresses.with("127.0.0.1,::1"), hold))) {
            assertThatThrownBy(() -> http.guarded().send(get("/elsewhere", 100), address -> {
                        if ("localhost".equals(address.getHost())) {
                            throw new SwitchboardException(ErrorCode.POLICY_REFUSED, "not there");
                        }
                    }))
                    .hasMessage("not there");
        }
        assertThat(seen).containsExactly("GET /elsewhere Bearer x");
    }

    @Test
    void anotherOriginGetsNoSecret() throws IOException {
        try (Closing http = new Closing(new GuardedHttp(ReachableAddresses.with("127.0.0.1,::1"), hold))) {
            http.guarded().send(get("/elsewhere", 100), ANY);
        }
        assertThat(seen).last().isEqualTo("GET /hello null");
    }

    private record Closing(GuardedHttp guarded) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            guarded.close();
        }
    }

    @Test
    void aCircleOfRedirectsEnds() {
        assertThatThrownBy(() -> open.send(get("/circle", 100), ANY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("redirects");
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() {
        refuses(open, get("/hello", 4), ErrorCode.TOO_LARGE);
    }

    @Test
    void whatIsNoWebRequestIsRefused() {
        refuses(open, request("GET", URI.create("file:///etc/passwd"), 1), ErrorCode.INVALID_FIELD);
        refuses(open, request("GET", URI.create("http://user:secret@example.org/"), 1), ErrorCode.INVALID_FIELD);
        refuses(open, request("CONNECT", URI.create("http://example.org/"), 1), ErrorCode.INVALID_FIELD);
    }
}
