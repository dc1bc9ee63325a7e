package io.switchboard.core.store.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.DeskFolders;
import io.switchboard.core.store.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;

/**
 * Writes a backup while the desk goes on. The tables are read in one snapshot; files are copied afterwards, so that none
 * to which the snapshot points is missing. It needs little memory, whatever the size of the desk. The backup holds the
 * desk's secrets: keep it as safe as the desk.
 */
@Component(service = Backup.class)
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.database)")
public final class Backup {
    private static final String INCOMING = "incoming";
    private static final int ROWS_AT_ONCE = 500;
    private static final JsonFactory ROWS =
            new JsonFactoryBuilder().rootValueSeparator((String) null).build();

    private final Database database;
    private final DeskFolders folders;

    /** Finds the folders. */
    @Activate
    public Backup(@Reference Database database, BundleContext context) {
        this(database, DeskFolders.of(context));
    }

    Backup(Database database, DeskFolders folders) {
        this.database = database;
        this.folders = folders;
    }

    /**
     * Writes a backup. The stream is not closed.
     *
     * @return how many rows it holds
     * @throws IOException if the stream or a file fails
     * @throws SwitchboardException with {@code storage-unavailable} if the database fails
     */
    public long writeTo(OutputStream out) throws IOException {
        Instant begun = Instant.now();
        HashedZip zip = new HashedZip(out);
        List<Manifest.Table> tables = addTables(zip);
        for (Map.Entry<String, Path> kept : folders.keptWithDatabase().entrySet()) {
            addFiles(zip, "data/" + kept.getKey(), kept.getValue());
        }
        Manifest manifest = new Manifest(Manifest.FORMAT, begun.toString(), tables, zip.entries());
        zip.add(Manifest.NAME, entry -> entry.write(Json.write(manifest).getBytes(StandardCharsets.UTF_8)));
        zip.finish();
        return tables.stream().mapToLong(Manifest.Table::rows).sum();
    }

    private List<Manifest.Table> addTables(HashedZip zip) throws IOException {
        database.structure().lock();
        try {
            return addTablesOfSnapshot(zip);
        } finally {
            database.structure().unlock();
        }
    }

    private List<Manifest.Table> addTablesOfSnapshot(HashedZip zip) throws IOException {
        List<Manifest.Table> tables = new ArrayList<>();
        try (Connection snapshot = database.openConnection()) {
            begin(snapshot);
            TableCatalog catalog = new TableCatalog(snapshot);
            for (String name : catalog.tables()) {
                Manifest.Table empty = new Manifest.Table(name, catalog.columns(name), 0);
                long[] rows = new long[1];
                zip.add(empty.entry(), entry -> rows[0] = writeRows(snapshot, name, entry));
                tables.add(new Manifest.Table(name, empty.columns(), rows[0]));
            }
            snapshot.rollback();
        } catch (SQLException failure) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The database could not be read to its end; try again", failure);
        }
        return tables;
    }

    private void begin(Connection snapshot) throws SQLException {
        if (database.kind() == DatabaseKind.HSQLDB) {
            try (Statement statement = snapshot.createStatement()) {
                statement.execute("set session result memory rows 2000");
            }
        }
        snapshot.setReadOnly(true);
        snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setAutoCommit(false);
    }

    private static long writeRows(Connection snapshot, String table, OutputStream entry) throws IOException {
        try (Statement statement = snapshot.createStatement();
                JsonGenerator json = ROWS.createGenerator(entry)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                List<ColumnKind> kinds = TableCatalog.kinds(rows.getMetaData());
                long count = 0;
                while (rows.next()) {
                    writeRow(json, rows, kinds);
                    count++;
                }
                return count;
            }
        } catch (SQLException failure) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The table " + table + " could not be read; try again", failure);
        }
    }

    private static void writeRow(JsonGenerator json, ResultSet row, List<ColumnKind> kinds)
            throws IOException, SQLException {
        json.writeStartArray();
        for (int column = 1; column <= kinds.size(); column++) {
            if (row.getObject(column) == null) {
                json.writeNull();
            } else {
                kinds.get(column - 1).write(json, row, column);
            }
        }
        json.writeEndArray();
        json.writeRaw('\n');
    }

    /** Adds a file, or all files below a folder but those that are still coming in. */
    private static void addFiles(HashedZip zip, String name, Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Path real = root.toRealPath();
        Path incoming = real.resolve(INCOMING);
        try (Stream<Path> files = Files.walk(real)) {
            for (Path file : (Iterable<Path>) files.filter(file -> !file.startsWith(incoming))
                    .filter(Files::isRegularFile)
                    .sorted()::iterator) {
                String below = real.relativize(file).toString().replace('\\', '/');
                zip.add(below.isEmpty() ? name : name + "/" + below, entry -> Files.copy(file, entry));
            }
        }
    }
}
