package io.switchboard.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Database;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import io.switchboard.it.harness.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Takes the database away from a running server: the connections break, or nothing comes back over them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseGoneIT {

    private static final int REQUESTS = 40;

    private final Wire wire = Database.wireToPostgresql();
    private final ExecutorService clients = Executors.newFixedThreadPool(REQUESTS);
    private RunningServer server;
    private Http caller;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).on(Database.postgresql(wire)).start();
        String token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "client"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        caller = server.http().withToken(token);
    }

    @AfterAll
    void stop() {
        clients.shutdownNow();
        wire.thaw();
        server.close();
        wire.close();
    }

    @Test
    void aDatabaseThatIsGoneIsAnsweredWithTheTimeToComeBackUntilItIsThereAgain() throws Exception {
        wire.cut();

        assertAllAreToldToComeBack();

        wire.mend();
        awaitService();
    }

    @Test
    void aDatabaseThatDoesNotAnswerHoldsNobodyForEverAndTheServerLives() throws Exception {
        wire.freeze();

        assertAllAreToldToComeBack();

        wire.thaw();
        awaitService();
    }

    private void assertAllAreToldToComeBack() throws Exception {
        Callable<Response> reading = () -> caller.get("/api/v1/tickets");
        Callable<Response> writing = () -> caller.post("/api/v1/tickets", Tickets.wanted("While it is gone"));
        List<Future<Response>> answers = IntStream.range(0, REQUESTS)
                .mapToObj(number -> clients.submit(number % 2 == 0 ? reading : writing))
                .toList();
        server.http().get("/health/live").expect(200);
        for (Future<Response> answer : answers) {
            Response response = answer.get().expect(503);
            assertThat(response.header("Retry-After")).isPresent();
            assertThat(response.header("Content-Type")).hasValue("application/problem+json");
        }
    }

    private void awaitService() throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        while (caller.get("/api/v1/tickets").status() != 200) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(100);
        }
        caller.post("/api/v1/tickets", Tickets.wanted("When it is back")).expect(201);
    }
}
