package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Asks a server to stop while clients work over connections that they keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GracefulStopIT {

    private static final int STOPPED = 143;
    private static final int CLIENTS = 6;
    private static final int BEFORE_STOP = 60;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private RunningServer server;
    private String token;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "clients"))
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nothingInFlightFailsAndStreamsEndInOrder() throws Exception {
        CompletableFuture<HttpResponse<Stream<String>>> stream = openStream();
        assertThat(stream.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
        // Never in this thread: it would wait there for the end of the stream, which no interrupt cuts short.
        CompletableFuture<Long> lines =
                stream.thenApplyAsync(response -> response.body().count());
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            boolean writes = number % 2 == 0;
            Http caller = server.http().withToken(token);
            Thread client = new Thread(() -> work(caller, writes));
            client.start();
            clients.add(client);
        }
        Patience.until("the clients are at work", () -> answered.get() >= BEFORE_STOP || !failures.isEmpty());

        assertThat(server.stop()).isEqualTo(STOPPED);

        for (Thread client : clients) {
            client.join();
        }
        assertThat(failures).isEmpty();
        assertThat(lines.get(1, TimeUnit.MINUTES)).isPositive();
        assertThat(server.log()).doesNotContain("requests were still running");
    }

    /** Works until a new connection is refused, which is all that may happen to it. */
    private void work(Http caller, boolean writes) {
        try {
            while (failures.isEmpty()) {
                Response response = writes
                        ? caller.post("/api/v1/tickets", Tickets.wanted("Before the stop"))
                        : caller.get("/api/v1/tickets");
                if (response.status() >= 300) {
                    failures.add(response.toString());
                }
                answered.incrementAndGet();
            }
        } catch (UncheckedIOException gone) {
            if (!(gone.getCause() instanceof ConnectException)) {
                failures.add(gone + ": " + gone.getCause());
            }
        }
    }

    private CompletableFuture<HttpResponse<Stream<String>>> openStream() {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .build();
        return server.http().client().sendAsync(request, BodyHandlers.ofLines());
    }
}
