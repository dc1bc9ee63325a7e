package io.switchboard.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * How a server is to be started. A value: each method gives a changed copy.
 *
 * @param data the data folder
 * @param options of the command line, besides the data folder, port and database
 * @param environment variables besides the administrator's
 * @param database where it keeps its tickets
 */
public record ServerSetup(Path data, List<String> options, Map<String, String> environment, Database database) {

    /** Who can sign in from the first start. */
    public static final String ADMIN_EMAIL = "admin@example.com";

    /** That person's password. */
    public static final String ADMIN_PASSWORD = "correct horse battery staple";

    /** Keeps copies. */
    public ServerSetup {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** A server with an empty desk on the database that the system property chooses, its folder under {@code parent}. */
    public static ServerSetup in(Path parent) {
        return new ServerSetup(parent.resolve("data"), List.of(), Map.of(), Database.chosen());
    }

    /** With further options, such as {@code --test-clock}. */
    public ServerSetup with(String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new ServerSetup(data, all, environment, database);
    }

    /** With an environment variable. */
    public ServerSetup withEnvironment(String name, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(name, value);
        return new ServerSetup(data, options, all, database);
    }

    /** On another database. */
    public ServerSetup on(Database other) {
        return new ServerSetup(data, options, environment, other);
    }

    /** Starts it and kills it as soon as the condition holds, at the latest when it is ready. */
    public RunningServer startAndKill(BooleanSupplier when) {
        return RunningServer.startAndKill(this, when);
    }

    /** Starts it and waits until it is ready. */
    public RunningServer start() {
        return RunningServer.start(this);
    }
}
