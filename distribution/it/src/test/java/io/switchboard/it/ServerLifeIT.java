package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Response;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Starts, stops and kills a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerLifeIT {

    /** What Java ends with when it is asked to stop by SIGTERM. */
    private static final int STOPPED = 143;

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = ServerSetup.in(folder).start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void itAnswersWhenItSaysThatItIsReady() {
        assertThat(server.http().get("/health/ready").status()).isEqualTo(200);
        assertThat(server.administrator().get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() {
        CommandRun second = CommandRun.of("--data", server.data().toString(), "--port", "0");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output().strip().lines())
                .singleElement()
                .asString()
                .contains("is in use", server.address().toString());
    }

    @Test
    void aPortThatIsTakenWhileItStartsEndsIt(@TempDir Path folder) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CompletableFuture<CommandRun> run = CompletableFuture.supplyAsync(
                () -> CommandRun.of("--data", folder.toString(), "--port", String.valueOf(port)));
        Patience.until("it has begun to start", () -> Files.exists(folder.resolve("cache")));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            CommandRun ended = run.get(2, TimeUnit.MINUTES);
            assertThat(taken.isBound()).isTrue();
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output())
                    .contains("Port " + port + " of 127.0.0.1 was taken while the server started")
                    .doesNotContain("is ready");
        }
    }

    @Test
    void itStopsWhenAskedAndStartsAgain() {
        assertThat(server.stop()).isEqualTo(STOPPED);

        server.startAgain();

        assertThat(server.http().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void whoComesBeforeItsResourcesAreThereIsToldToComeBack() throws Exception {
        server.stop();
        AtomicBoolean ready = new AtomicBoolean();
        Http early = server.http();
        CompletableFuture<List<Response>> answers = CompletableFuture.supplyAsync(() -> askUntil(ready, early));

        server.startAgain();
        ready.set(true);

        List<Response> ours = answers.get().stream()
                .filter(answer -> answer.header("Content-Type").orElse("").startsWith("application/problem+json"))
                .toList();
        assertThat(ours).extracting(Response::status).containsOnly(503, 401);
        assertThat(ours).filteredOn(answer -> answer.status() == 503).allSatisfy(answer -> {
            assertThat(answer.header("Retry-After")).contains("1");
            assertThat(answer.json().path("detail").asText()).contains("starting");
        });
    }

    /** Asks again and again until the server was ready, and once more; as long as nobody listens there is no answer. */
    private static List<Response> askUntil(AtomicBoolean ready, Http early) {
        List<Response> answers = new ArrayList<>();
        for (boolean last = false; ; ) {
            try {
                answers.add(early.get("/api/v1/session"));
            } catch (UncheckedIOException nobodyListens) {
                Thread.onSpinWait();
            }
            if (last) {
                return answers;
            }
            last = ready.get();
        }
    }

    @Test
    void itStartsAgainAfterItWasKilled() {
        server.kill9();

        server.startAgain();

        assertThat(server.http().get("/health/ready").status()).isEqualTo(200);
    }
}
