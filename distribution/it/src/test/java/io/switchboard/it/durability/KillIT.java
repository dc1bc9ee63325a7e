package io.switchboard.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.it.durability.WorkingClient.KnownTicket;
import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Json;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server again and again while eight clients work, and looks for every change it had acknowledged. The system
 * property {@code switchboard.it.kills} says how often: 5 times in every build, 50 with {@code -Pendurance}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

    private static final int KILLS = Integer.getInteger("switchboard.it.kills", 5);
    private static final int CLIENTS = 8;
    private static final Duration LOAD_LIMIT = Duration.ofMinutes(1);
    private static final Duration TRIAGE_LIMIT = Duration.ofMinutes(2);

    private final KillReport report = new KillReport();
    private final Random random = new Random(20260214);
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<WorkingClient> clients = IntStream.range(0, CLIENTS)
            .mapToObj(number -> new WorkingClient("client " + number))
            .toList();
    private RunningServer server;
    private Http caller;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
        String token = server.administrator()
                .post("/api/v1/tokens", Map.of("name", "working clients"))
                .expect(201)
                .json()
                .path("token")
                .asText();
        caller = server.http().withToken(token);
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        server.close();
    }

    @Test
    void everyAcknowledgedChangeIsThereAndNoneTwice() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            killUnderLoad();
            Instant killed = Instant.now();
            server.startAgain();
            Duration untilReady = Duration.between(killed, Instant.now());
            int unanswered =
                    clients.stream().mapToInt(client -> client.settle(caller)).sum();
            report.killed(unanswered, untilReady);
        }
        awaitTriage();

        Map<String, List<JsonNode>> found = new Tickets(caller)
                .all().stream()
                        .collect(Collectors.groupingBy(
                                ticket -> ticket.path("subject").asText()));
        List<KnownTicket> known =
                clients.stream().flatMap(client -> client.tickets().stream()).toList();
        assertThat(found.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        known.stream().map(ticket -> ticket.subject).toList());
        known.forEach(ticket -> compare(ticket, found.get(ticket.subject)));

        server.stop();
        CommandRun verified = server.command("verify-history");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        report.write(CLIENTS, changes(), known.size(), verified.output());
    }

    private void awaitTriage() throws InterruptedException {
        Instant limit = Instant.now().plus(TRIAGE_LIMIT);
        while (new Tickets(caller)
                .all().stream()
                        .anyMatch(
                                ticket -> "pending".equals(ticket.path("triage").asText()))) {
            assertThat(Instant.now()).as("end of all triage").isBefore(limit);
            Thread.sleep(200);
        }
    }

    private void killUnderLoad() throws Exception {
        List<Future<?>> working = new ArrayList<>();
        for (WorkingClient client : clients) {
            working.add(threads.submit(() -> client.work(caller)));
        }
        awaitChanges(50 + random.nextInt(100));
        server.kill9();
        for (Future<?> work : working) {
            work.get();
        }
    }

    private void awaitChanges(int wanted) throws InterruptedException {
        int before = changes();
        Instant limit = Instant.now().plus(LOAD_LIMIT);
        while (changes() < before + wanted) {
            assertThat(Instant.now()).as("end of " + wanted + " changes").isBefore(limit);
            Thread.sleep(5);
        }
    }

    private int changes() {
        return clients.stream().mapToInt(WorkingClient::changes).sum();
    }

    private void compare(KnownTicket known, List<JsonNode> found) {
        assertThat(found).as(known.subject).hasSize(1);
        String id = found.get(0).path("id").asText();
        Tickets tickets = new Tickets(caller);
        List<String> bodies = new ArrayList<>(List.of("It says: " + known.subject));
        bodies.addAll(known.messages);
        List<String> statuses = new ArrayList<>(tickets.history(id).stream()
                .flatMap(event -> Json.list(event.path("changes")).stream())
                .filter(change -> "status".equals(change.path("field").asText()))
                .map(change -> change.path("after").asText())
                .toList());
        Collections.reverse(statuses);

        assertThat(tickets.bodies(id)).as("thread of " + known.subject).containsExactlyElementsOf(bodies);
        assertThat(statuses).as("statuses of " + known.subject).containsExactlyElementsOf(known.statuses);
    }
}
