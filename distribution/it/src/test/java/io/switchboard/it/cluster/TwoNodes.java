package io.switchboard.it.cluster;

import io.switchboard.it.harness.Database;
import io.switchboard.it.harness.Http;
import io.switchboard.it.harness.RunningServer;
import io.switchboard.it.harness.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two servers on one PostgreSQL, set up as the admin guide says. */
final class TwoNodes implements AutoCloseable {

    private final Database database;
    private final RunningServer first;
    private final RunningServer second;
    private final String token;

    private TwoNodes(Database database, RunningServer first, RunningServer second) {
        this.database = database;
        this.first = first;
        this.second = second;
        this.token = first.administrator()
                .post("/api/v1/tokens", Map.of("name", "two nodes"))
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    static TwoNodes in(Path folder) throws IOException {
        Database database = Database.postgresql();
        RunningServer first = node(folder, "first", database).start();
        try {
            ServerSetup second = node(folder, "second", database);
            Files.createDirectories(second.data());
            Files.copy(first.data().resolve("secret.key"), second.data().resolve("secret.key"));
            return new TwoNodes(database, first, second.start());
        } catch (IOException | RuntimeException failure) {
            first.close();
            throw failure;
        }
    }

    /** How a node is started that has a data folder of its own and shares the folder of attachments. */
    static ServerSetup node(Path folder, String name, Database database) {
        ServerSetup setup = ServerSetup.in(folder.resolve(name))
                .on(database)
                .with("--files", folder.resolve("files").toString());
        return setup.withEnvironment("SWITCHBOARD_JAVA_OPTS", "-Xmx384m");
    }

    Database database() {
        return database;
    }

    /** The administrator's API token. */
    String token() {
        return token;
    }

    RunningServer first() {
        return first;
    }

    RunningServer second() {
        return second;
    }

    /** The administrator on the first node and on the second, both with one token. */
    List<Http> callers() {
        return List.of(first.http().withToken(token), second.http().withToken(token));
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
