package io.switchboard.it.harness;

import java.util.List;

/**
 * Where a server keeps its tickets.
 *
 * @param options of the command line that name it; none for the embedded one
 * @param engine {@code hsqldb} or {@code postgresql}
 */
public record Database(String engine, List<String> options) {

    /** Keeps a copy. */
    public Database {
        options = List.copyOf(options);
    }

    /** The one that {@code -Dswitchboard.it.database} chooses; each call gives an empty one. */
    public static Database chosen() {
        String engine = System.getProperty("switchboard.it.database", "hsqldb");
        return switch (engine) {
            case "hsqldb" -> embedded();
            case "postgresql" -> postgresql();
            default ->
                throw new IllegalArgumentException(
                        "switchboard.it.database is '" + engine + "': give hsqldb or postgresql");
        };
    }

    /** The embedded one, in the data folder. */
    public static Database embedded() {
        return new Database("hsqldb", List.of());
    }

    /** An empty one in the PostgreSQL server of this JVM. */
    public static Database postgresql() {
        return new Database(
                "postgresql", List.of("--database", PostgresqlServer.newDatabase(), "--database-user", "postgres"));
    }

    /** An empty one in the PostgreSQL server of this JVM, at the far end of a wire. */
    public static Database postgresql(Wire wire) {
        String url = PostgresqlServer.newDatabase().replace(":" + PostgresqlServer.port(), ":" + wire.port());
        return new Database("postgresql", List.of("--database", url, "--database-user", "postgres"));
    }

    /** A wire to the PostgreSQL server of this JVM. */
    public static Wire wireToPostgresql() {
        return new Wire(PostgresqlServer.port());
    }
}
