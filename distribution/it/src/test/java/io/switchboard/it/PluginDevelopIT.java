package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.Distribution;
import io.switchboard.it.harness.Patience;
import io.switchboard.it.harness.Plugins;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.SwitchboardServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's build writes, and the running server has it. */
@SwitchboardServer
class PluginDevelopIT {

    private static final String ID = "in-development";

    @TempDir
    Path folder;

    private Path classes;
    private Path said;

    @Test
    void eachBuildRunsAndWhatIsRefusedWaitsForTheNext(RunningServer server) throws IOException {
        classes = Files.createDirectories(folder.resolve("target/classes/META-INF"));
        said = folder.resolve("said.txt");
        Plugins plugins = new Plugins(server.administrator());
        Process loop = develop(server);
        try {
            build("1.0.0", "IntakeChannel");
            Patience.until("the first build runs", () -> plugins.running(ID).equals("1.0.0"));
            build("1.1.0", "Nowhere");
            Patience.until("the second is refused", () -> said().contains("does not have: Nowhere"));
            assertThat(plugins.running(ID)).isEqualTo("1.0.0");
            build("1.2.0", "IntakeChannel");
            Patience.until("the third runs", () -> plugins.running(ID).equals("1.2.0"));
            Patience.until("it is told", () -> said().contains(ID + " 1.2.0 is active after"));
        } finally {
            loop.destroy();
            loop.onExit().join();
            server.administrator().delete(Plugins.path(ID, "")).expect(204);
        }
    }

    private Process develop(RunningServer server) throws IOException {
        return new ProcessBuilder(
                        Distribution.command().toString(),
                        "plugin",
                        "develop",
                        classes.getParent().toString(),
                        "--yes",
                        "--data",
                        server.data().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private void build(String version, String socket) throws IOException {
        Files.writeString(
                classes.resolve("MANIFEST.MF"),
                "Manifest-Version: 1.0\r\nBundle-ManifestVersion: 2\r\nBundle-SymbolicName: " + ID
                        + "\r\nBundle-Version: " + version + "\r\nProvide-Capability: io.switchboard.plugin;socket="
                        + socket + "\r\n\r\n");
    }

    private String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
