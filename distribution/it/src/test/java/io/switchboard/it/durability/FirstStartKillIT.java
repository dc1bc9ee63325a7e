package io.switchboard.it.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import io.switchboard.it.harness.Tickets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the server while it makes its database and data folder for the first time. */
class FirstStartKillIT {

    /** While the embedded database is made beside its place; when it has come there; in the middle of its tables; later. */
    @ParameterizedTest
    @ValueSource(strings = {"database.unfinished", "database", "database/desk.log", "secret.key", "plugins"})
    void theFolderThatIsLeftOpens(String sign, @TempDir Path folder) {
        ServerSetup setup = ServerSetup.in(folder);
        RunningServer server =
                setup.startAndKill(() -> Files.exists(setup.data().resolve(sign)));
        server.startAgain();
        try {
            assertThat(new Tickets(server.administrator()).open("Opened in the end"))
                    .isNotEmpty();
        } finally {
            server.close();
        }
        assertThat(leftovers(setup.data())).isZero();
    }

    private static long leftovers(Path data) {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".unfinished")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
