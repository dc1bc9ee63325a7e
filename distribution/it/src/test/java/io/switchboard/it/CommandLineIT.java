package io.switchboard.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.it.harness.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script says when it cannot start the server. */
class CommandLineIT {

    @TempDir
    Path folder;

    @Test
    void helpNamesEveryCommand() {
        CommandRun help = CommandRun.of("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("backup FILE", "restore FILE", "verify-history", "--test-clock");
    }

    @Test
    void anUnknownOptionIsOneLine() {
        assertFailsWithOneLine(CommandRun.of("--frobnicate"), 2, "Unknown option '--frobnicate'");
    }

    @Test
    void aTakenPortIsOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            CommandRun run = CommandRun.of("--data", folder.resolve("data").toString(), "--port", port);

            assertFailsWithOneLine(run, 1, "Port " + port);
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        CommandRun run = CommandRun.of("--data", file.resolve("data").toString(), "--port", "0");

        assertFailsWithOneLine(run, 1, "cannot be written");
    }

    @Test
    void aJavaThatIsTooOldIsOneLine() throws IOException {
        CommandRun run =
                CommandRun.with(Map.of("JAVA_HOME", javaOfVersion("11.0.2").toString()));

        assertFailsWithOneLine(run, 1, "Java 11 is too old");
    }

    @Test
    void aJavaOfTheOldNumberingIsTooOldAsWell() throws IOException {
        CommandRun run =
                CommandRun.with(Map.of("JAVA_HOME", javaOfVersion("1.8.0_292").toString()));

        assertFailsWithOneLine(run, 1, "Java 8 is too old");
    }

    @Test
    void aMissingJavaIsOneLine() {
        CommandRun run = CommandRun.with(Map.of("JAVA_HOME", folder.toString()));

        assertFailsWithOneLine(run, 1, "Java is not found");
    }

    private Path javaOfVersion(String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + version + "\"' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder;
    }

    private static void assertFailsWithOneLine(CommandRun run, int exitCode, String part) {
        assertThat(run.output().strip().lines()).hasSize(1).first().asString().contains(part);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }
}
