package io.switchboard.core.store;

import io.switchboard.core.store.database.EmbeddedDatabase;
import io.switchboard.core.store.database.PostgresqlDatabase;
import io.switchboard.core.store.migration.CoreMigrations;
import io.switchboard.core.store.migration.MigrationFile;
import io.switchboard.core.store.migration.Migrator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database of its own for a test class, on either engine:
 *
 * <pre>{@code
 * interface NoteStoreContract {
 *     NoteStore testee();
 *
 *     @Test
 *     default void aNoteIsFoundAgain() { ... }
 * }
 *
 * class HsqldbNoteStoreTest implements NoteStoreContract {
 *     @RegisterExtension
 *     static final StoreTestbed STORE = StoreTestbed.hsqldb();
 *
 *     public NoteStore testee() {
 *         return new SqlNoteStore(STORE.mappers());
 *     }
 * }
 * }</pre>
 */
public final class StoreTestbed implements BeforeAllCallback, AfterAllCallback {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable Path hsqldbTemplate;
    private static @Nullable String postgresqlTemplate;

    private final DatabaseKind kind;
    private final IdGenerator ids = new IdGenerator();
    private @Nullable Path folder;
    private @Nullable String name;
    private @Nullable Database database;
    private @Nullable MyBatisTransactions transactions;

    private StoreTestbed(DatabaseKind kind) {
        this.kind = kind;
    }

    /** Makes a testbed on the embedded database. */
    public static StoreTestbed hsqldb() {
        return new StoreTestbed(DatabaseKind.HSQLDB);
    }

    /** Makes a testbed on PostgreSQL. */
    public static StoreTestbed postgresql() {
        return new StoreTestbed(DatabaseKind.POSTGRESQL);
    }

    /** Makes a testbed on the given engine. */
    public static StoreTestbed on(DatabaseKind kind) {
        return new StoreTestbed(kind);
    }

    /** Returns the transactions of the database. */
    public MyBatisTransactions transactions() {
        return Objects.requireNonNull(transactions, "not opened");
    }

    /** Returns the mappers of the database. */
    public MapperSource mappers() {
        return transactions();
    }

    /** Returns the generator of identifiers. */
    public IdGenerator ids() {
        return ids;
    }

    /** Returns the database itself. */
    public Database database() {
        return Objects.requireNonNull(database, "not opened");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Opens the database; a test class with the extension registered need not call it. */
    public void open() {
        database = kind == DatabaseKind.HSQLDB ? openHsqldb() : openPostgresql();
        transactions = new MyBatisTransactions(database);
    }

    /** Closes the database and removes it. */
    public void close() {
        database().close();
        if (folder != null) {
            delete(folder);
        }
        if (name != null) {
            TestPostgresql.execute("drop database " + name + " with (force)");
        }
    }

    /** Opens another, empty database of the same kind, without tables, which the caller closes. */
    public static Database empty(DatabaseKind kind) {
        if (kind == DatabaseKind.HSQLDB) {
            return new EmbeddedDatabase(temporaryFolder().resolve("database"), () -> {});
        }
        String fresh = "empty_" + NUMBER.incrementAndGet();
        TestPostgresql.execute("create database " + fresh);
        return new PostgresqlDatabase(TestPostgresql.url(fresh), null, null);
    }

    private Database openHsqldb() {
        Path own = temporaryFolder();
        folder = own;
        copy(hsqldbTemplate(), own.resolve("database"));
        return new EmbeddedDatabase(own.resolve("database"), () -> {});
    }

    private Database openPostgresql() {
        String own = "test_" + NUMBER.incrementAndGet();
        name = own;
        TestPostgresql.execute("create database " + own + " template " + postgresqlTemplate());
        return new PostgresqlDatabase(TestPostgresql.url(own), null, null);
    }

    private static synchronized Path hsqldbTemplate() {
        Path made = hsqldbTemplate;
        if (made == null) {
            made = temporaryFolder().resolve("database");
            try (Database fresh = new EmbeddedDatabase(made, () -> {})) {
                migrate(fresh);
            }
            Path root = made.getParent();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
            hsqldbTemplate = made;
        }
        return made;
    }

    private static synchronized String postgresqlTemplate() {
        String made = postgresqlTemplate;
        if (made == null) {
            made = "template_migrated";
            TestPostgresql.execute("create database " + made);
            try (Database fresh = new PostgresqlDatabase(TestPostgresql.url(made), null, null)) {
                migrate(fresh);
            }
            postgresqlTemplate = made;
        }
        return made;
    }

    /** Applies the core's migrations. */
    public static void migrate(Database database) {
        try {
            new Migrator(database, CoreMigrations.CHANGELOG, Map.of()).run(coreMigrations());
        } catch (SQLException failure) {
            throw new IllegalStateException("the core's migrations cannot be applied", failure);
        }
    }

    /** Reads the core's migrations from the class path. */
    public static List<MigrationFile> coreMigrations() {
        try {
            Path migrations = Path.of(Objects.requireNonNull(StoreTestbed.class.getResource(CoreMigrations.FOLDER))
                    .toURI());
            try (Stream<Path> files = Files.list(migrations)) {
                return files.filter(file -> file.toString().endsWith(".sql"))
                        .sorted()
                        .map(StoreTestbed::read)
                        .toList();
            }
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("the core's migrations cannot be read", failure);
        }
    }

    private static MigrationFile read(Path file) {
        try {
            return new MigrationFile(file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("switchboard-store-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
