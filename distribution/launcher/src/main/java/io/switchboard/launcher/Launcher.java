package io.switchboard.launcher;

import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.StartFailure;
import io.switchboard.launcher.plugin.PluginCommand;
import io.switchboard.launcher.site.SiteCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out one command line: starts the server and waits for its end, or runs a command. */
final class Launcher {

    private final Path home;
    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    Launcher(Path home, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        this.home = home;
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** @return the exit code: 0 when all went well */
    int run(String... arguments) {
        try {
            List<String> words = List.of(arguments);
            if (!words.isEmpty() && words.get(0).equals(PluginCommand.WORD)) {
                return new PluginCommand(home, environment, new OwnServer(home), in, out, err)
                        .run(words.subList(1, words.size()));
            }
            if (!words.isEmpty() && words.get(0).equals(SiteCommand.WORD)) {
                return new SiteCommand(Clock.systemUTC(), out).run(words.subList(1, words.size()));
            }
            CommandLine line = CommandLine.parse(words, environment);
            if (line.help()) {
                out.print(Help.text());
                return 0;
            }
            return carryOut(line);
        } catch (StartFailure e) {
            err.println("switchboard: " + e.getMessage());
            return e.exitCode();
        } catch (IOException e) {
            err.println("switchboard: " + e);
            return StartFailure.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return StartFailure.FAILED;
        }
    }

    private int carryOut(CommandLine line) throws StartFailure, IOException, InterruptedException {
        Path path = line.value(Setting.DATA)
                .map(Path::of)
                .orElse(home.resolve("data"))
                .toAbsolutePath()
                .normalize();
        DataFolder data = DataFolder.take(path).orElse(null);
        if (data == null) {
            return new LockedDataFolder(path, out).carryOut(line);
        }
        try (data) {
            return line.command() == Command.SERVE ? serve(line, data) : execute(line, data);
        }
    }

    private int serve(CommandLine line, DataFolder data) throws StartFailure, IOException, InterruptedException {
        Optional<TlsKeystore> tls = TlsKeystore.choose(line);
        Address address = Address.choose(line);
        try (Server server = Server.start(home, FrameworkProperties.forServer(home, line, data, address, tls))) {
            Ending ending =
                    server.awaitReady(waited -> err.println("switchboard: still starting after " + waited.toSeconds()
                            + " s; " + data.path().resolve("logs/switchboard.log") + " tells what it does"));
            if (ending != null) {
                return tell(ending);
            }
            data.noteServer(address.local(), tls.map(TlsKeystore::certificate));
            out.println("Switchboard is ready at " + address.shown());
            return tell(server.awaitEnd());
        }
    }

    private int execute(CommandLine line, DataFolder data) throws StartFailure, IOException, InterruptedException {
        try (Server server = Server.start(home, FrameworkProperties.forCommand(home, line, data))) {
            return tell(server.awaitEnd());
        }
    }

    private int tell(Ending ending) {
        if (!ending.message().isBlank()) {
            (ending.exitCode() == 0 ? out : err).println(ending.message());
        }
        return ending.exitCode();
    }
}
