package io.switchboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.StartFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpIsPrintedAndAllIsWell() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: switchboard");
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--data", data(), "--port", String.valueOf(taken.getLocalPort())))
                    .isEqualTo(StartFailure.FAILED);
            assertOneLine("Port " + taken.getLocalPort() + " of 127.0.0.1 cannot be used");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        assertThat(run("--data", data(), "--bind", "192.0.2.1")).isEqualTo(StartFailure.FAILED);
        assertOneLine("192.0.2.1");
    }

    @Test
    void aFolderInUseIsNamedWithTheServerThatHasIt() throws Exception {
        try (DataFolder held = DataFolder.take(Path.of(data())).orElseThrow()) {
            held.noteServer("http://127.0.0.1:9999/", Optional.empty());

            assertThat(run("--data", data())).isEqualTo(StartFailure.FAILED);
            assertOneLine("is in use by another process, the server at http://127.0.0.1:9999/");
        }
    }

    @Test
    void aFolderIsFreeAgainWhenItIsLetGo() throws Exception {
        DataFolder.take(Path.of(data())).orElseThrow().close();

        DataFolder.take(Path.of(data())).orElseThrow().close();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(run("--data", file.resolve("data").toString())).isEqualTo(StartFailure.FAILED);
        assertOneLine("The data folder " + file.resolve("data") + " cannot be written");
    }

    @Test
    void aBackupOfARunningServerNeedsTheAdministratorsToken() throws Exception {
        try (DataFolder held = DataFolder.take(Path.of(data())).orElseThrow()) {
            held.noteServer("http://127.0.0.1:9999/", Optional.empty());

            assertThat(run("backup", folder.resolve("b").toString(), "--data", data()))
                    .isEqualTo(StartFailure.FAILED);
            assertOneLine("admin.token cannot be read");
        }
    }

    @Test
    void anInstallationWithoutItsSettingsIsNamed() {
        assertThat(run("--data", data(), "--port", "0")).isEqualTo(StartFailure.FAILED);
        assertOneLine("framework.properties");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private int run(String... arguments) {
        return new Launcher(folder, Map.of(), InputStream.nullInputStream(), new PrintStream(out), new PrintStream(err))
                .run(arguments);
    }

    private void assertOneLine(String part) {
        String told = err.toString(StandardCharsets.UTF_8);
        assertThat(told).startsWith("switchboard: ").contains(part);
        assertThat(told.strip().lines()).hasSize(1);
    }
}
