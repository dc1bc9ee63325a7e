package io.switchboard.launcher;

import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.StartFailure;
import io.switchboard.launcher.plugin.TrialServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server of the distribution that listens on a free port of this machine's loopback, and heeds no environment. What it prints
 * goes into a file of its data folder, since it is not what was asked for.
 */
final class OwnServer implements TrialServer {
    private final Path home;

    OwnServer(Path home) {
        this.home = home;
    }

    @Override
    public <T> T with(Path path, Work<T> work) throws StartFailure, IOException, InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Files.createDirectories(path);
        try (PrintStream said = new PrintStream(path.resolve("said.txt").toFile(), StandardCharsets.UTF_8)) {
            System.setOut(said);
            System.setErr(said);
            return start(path, work);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private <T> T start(Path path, Work<T> work) throws StartFailure, IOException, InterruptedException {
        CommandLine line = CommandLine.parse(List.of("--data", path.toString(), "--port", "0"), Map.of());
        Address address = Address.choose(line);
        try (DataFolder data = DataFolder.take(path)
                        .orElseThrow(() -> new StartFailure("The data folder " + path + " is in use."));
                Server server = Server.start(
                        home, FrameworkProperties.forServer(home, line, data, address, Optional.empty()))) {
            Ending ending = server.awaitReady(waited -> {});
            if (ending != null) {
                throw new StartFailure("The server did not start: " + ending.message());
            }
            data.noteServer(address.local(), Optional.empty());
            return work.on(server.context());
        }
    }
}
