package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.DataFolder;
import io.switchboard.launcher.folder.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code switchboard plugin}: finds out whether the server runs, and has the order carried out there or prepared. */
public final class PluginCommand {
    /** The word by which it is called. */
    public static final String WORD = "plugin";

    private final Path home;
    private final Map<String, String> environment;
    private final TrialServer trial;
    private final Terminal terminal;

    /**
     * Makes the command.
     *
     * @param home the folder of the distribution
     * @param trial runs a server for {@code check}
     */
    public PluginCommand(
            Path home,
            Map<String, String> environment,
            TrialServer trial,
            InputStream in,
            PrintStream out,
            PrintStream err) {
        this.trial = trial;
        this.home = home;
        this.environment = environment;
        this.terminal = new Terminal(in, out, err);
    }

    /**
     * Carries out one command line.
     *
     * @param words what comes after {@link #WORD}
     * @return the exit code: 0 when all went well
     * @throws StartFailure if it was not carried out; then nothing was changed
     */
    public int run(List<String> words) throws StartFailure, IOException, InterruptedException {
        if (words.contains("--help") || words.contains("-h")) {
            PluginHelp.lines().forEach(terminal::line);
            return 0;
        }
        PluginOrder order = PluginOrder.parse(words);
        if (order.verb() == PluginVerb.CHECK) {
            return new PluginCheck(home, trial, order, terminal).carryOut();
        }
        String server = order.value(PluginOption.SERVER).orElse(null);
        return server == null
                ? onThisMachine(order)
                : new RunningDesk(DeskConnection.toServer(server, order, environment), order, terminal).carryOut();
    }

    private int onThisMachine(PluginOrder order) throws StartFailure, IOException, InterruptedException {
        Path path = Path.of(order.value(PluginOption.DATA)
                        .orElseGet(() -> environment.getOrDefault(
                                "SWITCHBOARD_DATA", home.resolve("data").toString())))
                .toAbsolutePath()
                .normalize();
        if (!Files.exists(path.resolve("lock"))) {
            throw new StartFailure("No server has had a data folder at " + path
                    + " yet: name another with --data, or a server with --server.");
        }
        DataFolder data = DataFolder.take(path).orElse(null);
        if (data == null) {
            return new RunningDesk(DeskConnection.toFolder(path, order, environment), order, terminal).carryOut();
        }
        try (data) {
            return new StoppedDesk(path, order, terminal).carryOut();
        }
    }
}
