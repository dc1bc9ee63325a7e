package io.switchboard.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for this JVM, started when first asked for and stopped with the JVM. */
final class PostgresqlServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresqlServer() {}

    /** Creates a database and returns its JDBC URL. */
    static String newDatabase() {
        String name = "desk" + DATABASES.incrementAndGet();
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not create a database", e);
        }
        return "jdbc:postgresql://localhost:" + port() + "/" + name;
    }

    /** The port on which it listens. */
    static int port() {
        return Holder.SERVER.getPort();
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                // The library switches durability off unless told otherwise: then a test of it would prove nothing.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
