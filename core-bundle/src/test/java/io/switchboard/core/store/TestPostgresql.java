package io.switchboard.core.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one PostgreSQL server of this JVM, durable as in production. It stops with the JVM; one that a killed JVM has left
 * behind is stopped by the next.
 */
final class TestPostgresql {
    private static final Path SERVERS = Path.of(System.getProperty("java.io.tmpdir"), "switchboard-test-postgresql");
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgresql() {}

    private static EmbeddedPostgres start() {
        try {
            Files.createDirectories(SERVERS);
            reapOrphans();
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(SERVERS.resolve(
                            String.valueOf(ProcessHandle.current().pid())))
                    .setCleanDataDirectory(true)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException("PostgreSQL did not start", failure);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new IllegalStateException("PostgreSQL did not stop", failure);
        }
    }

    private static void reapOrphans() throws IOException {
        try (Stream<Path> folders = Files.list(SERVERS)) {
            for (Path folder : folders.toList()) {
                long owner = Long.parseLong(folder.getFileName().toString());
                if (ProcessHandle.of(owner).isEmpty()) {
                    stopOrphan(folder.resolve("postmaster.pid"));
                    delete(folder);
                }
            }
        }
    }

    private static void stopOrphan(Path processFile) throws IOException {
        if (!Files.exists(processFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(processFile);
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static String url(String database) {
        return SERVER.getJdbcUrl("postgres", database);
    }

    static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
