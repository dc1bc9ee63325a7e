package io.switchboard.launcher.plugin;

import io.switchboard.launcher.folder.StartFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the command and keeps what it says. */
final class Running {
    private final Path home;
    private final Map<String, String> environment;
    private String input = "";
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Running(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    Running answering(String lines) {
        input = lines;
        return this;
    }

    int run(String... words) throws Exception {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new PluginCommand(
                        home,
                        environment,
                        new NoServer(),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        out,
                        out)
                .run(List.of(words));
    }

    /** Runs what must fail, and returns why it does. */
    StartFailure failure(String... words) throws Exception {
        try {
            throw new AssertionError("It ended with " + run(words) + ": " + said());
        } catch (StartFailure expected) {
            return expected;
        }
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
