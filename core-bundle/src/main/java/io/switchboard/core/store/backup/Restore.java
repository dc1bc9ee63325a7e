package io.switchboard.core.store.backup;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DeskFolders;
import io.switchboard.core.store.migration.CoreMigrations;
import io.switchboard.core.store.migration.MigrationStep;
import io.switchboard.core.store.migration.Migrator;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Fills an empty database and data folder from a backup. The restored desk is a copy: it sends nothing to the outside
 * until somebody says that it is the one that counts, see {@link DeliveryHold}.
 */
@Component(service = Restore.class)
public final class Restore {
    private final Database database;
    private final DeskFolders folders;

    /** Finds the folders. */
    @Activate
    public Restore(@Reference Database database, BundleContext context) {
        this(database, DeskFolders.of(context));
    }

    Restore(Database database, DeskFolders folders) {
        this.database = database;
        this.folders = folders;
    }

    /**
     * Restores a backup.
     *
     * @return how many rows it had
     * @throws SwitchboardException with {@code in-use} if the database or the data folder is not empty, with
     *     {@code invalid-field} if the backup is damaged; then nothing was changed. Any other failure leaves a database
     *     on which no server starts: empty it and try again
     */
    public long from(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            requireEmpty();
            execute("create table " + CoreMigrations.UNFINISHED_RESTORE + " (name varchar(80))");
            createTables(backup);
            load(backup);
            copyFiles(backup);
            hold();
            execute("drop table " + CoreMigrations.UNFINISHED_RESTORE);
            return backup.manifest().tables().stream()
                    .mapToLong(Manifest.Table::rows)
                    .sum();
        } catch (SQLException | IOException failure) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The restore broke off: empty the database and the data folder and try again ("
                            + failure.getMessage() + ")",
                    failure);
        }
    }

    private void requireEmpty() throws SQLException {
        try (Connection connection = database.openConnection()) {
            if (!new TableCatalog(connection).isEmpty()) {
                throw new SwitchboardException(
                        ErrorCode.IN_USE, "The database is not empty; restore into an empty one");
            }
        }
        for (Path kept : folders.keptWithDatabase().values()) {
            if (Files.exists(kept)) {
                throw new SwitchboardException(
                        ErrorCode.IN_USE, kept + " is there already; restore into an empty data folder");
            }
        }
    }

    /** Runs the statements that the changelogs have kept, so that the tables are those of the backup. */
    private void createTables(BackupFile backup) throws IOException, SQLException {
        for (Manifest.Table table : backup.manifest().tables()) {
            if (TableCatalog.isChangelog(table.name())) {
                List<MigrationStep> steps = steps(backup, table);
                String prefix = table.name().substring(0, table.name().length() - "changelog".length());
                new Migrator(database, table.name(), Map.of("prefix", prefix)).apply(steps);
            }
        }
    }

    private static List<MigrationStep> steps(BackupFile backup, Manifest.Table table) throws IOException, SQLException {
        int id = table.columns().indexOf("id");
        int description = table.columns().indexOf("description");
        int statement = table.columns().indexOf("statement");
        List<MigrationStep> steps = new ArrayList<>();
        try (InputStream rows = backup.read(table.entry())) {
            TableLoader.forEachRow(
                    rows,
                    values -> steps.add(new MigrationStep(
                            new BigDecimal(values.get(id).asText()).setScale(MigrationStep.ID_SCALE),
                            values.get(description).asText(),
                            values.get(statement).asText())));
        }
        return steps;
    }

    private void load(BackupFile backup) throws IOException, SQLException {
        try (Connection connection = database.openConnection()) {
            connection.setAutoCommit(false);
            TableLoader loader = new TableLoader(connection);
            for (Manifest.Table table : backup.manifest().tables()) {
                if (!TableCatalog.isChangelog(table.name())) {
                    try (InputStream rows = backup.read(table.entry())) {
                        loader.load(table, rows);
                    }
                }
            }
        }
    }

    private void copyFiles(BackupFile backup) throws IOException {
        for (Manifest.Entry entry : backup.dataEntries()) {
            Path target = target(entry.name().substring("data/".length()));
            Files.createDirectories(target.resolveSibling("."));
            try (InputStream in = backup.read(entry.name())) {
                Files.copy(in, target);
            }
            OwnerOnly.restrict(target);
        }
    }

    private Path target(String name) throws IOException {
        for (Map.Entry<String, Path> kept : folders.keptWithDatabase().entrySet()) {
            if (name.equals(kept.getKey())) {
                return kept.getValue();
            }
            Path target = kept.getValue()
                    .resolve(
                            name.substring(Math.min(name.length(), kept.getKey().length() + 1)))
                    .normalize();
            if (name.startsWith(kept.getKey() + "/")
                    && target.startsWith(kept.getValue().normalize())) {
                return target;
            }
        }
        throw new IOException("the entry " + name + " would leave the data folder");
    }

    private void hold() throws SQLException {
        try (Connection connection = database.openConnection();
                PreparedStatement delete = connection.prepareStatement("delete from setting where name = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into setting (name, content, version, updated_at) values (?, 'true', 1, ?)")) {
            delete.setString(1, DeliveryHold.SETTING);
            delete.executeUpdate();
            insert.setString(1, DeliveryHold.SETTING);
            insert.setObject(2, OffsetDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
