package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.nio.file.Path;
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
    void itStopsWhenAskedAndStartsAgain() {
        assertThat(server.stop()).isEqualTo(STOPPED);

        server.startAgain();

        assertThat(server.http().get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void itStartsAgainAfterItWasKilled() {
        server.kill9();

        server.startAgain();

        assertThat(server.http().get("/health/ready").status()).isEqualTo(200);
    }
}
