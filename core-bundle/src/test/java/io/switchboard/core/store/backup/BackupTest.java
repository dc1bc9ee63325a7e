package io.switchboard.core.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.DeskFolders;
import io.switchboard.core.store.MyBatisTransactions;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.migration.MigrationFile;
import io.switchboard.core.store.migration.Migrator;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackupTest {
    private static final String PREFIX = "x_0123abcd_";
    private static final MigrationFile PLUGIN_TABLES = new MigrationFile("0001_notes.sql", """
            create table if not exists ${prefix}note (id uuid not null primary key, body ${text}, made ${time}, done boolean,
                weight double precision, cost numeric(12,2), picture ${binary}, small smallint);
            insert into ${prefix}note (id, body) select cast('00000000-0000-7000-8000-000000000001' as uuid), 'seed' from (values (0)) as seed(n);
            """);

    @TempDir
    Path folder;

    private Path data(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private Path write(Database database, Path data) throws IOException {
        Path file = folder.resolve("desk.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Backup(database, DeskFolders.in(data)).writeTo(out);
        }
        return file;
    }

    private static void fill(Database database) throws SQLException {
        StoreTestbed.migrate(database);
        new Migrator(database, PREFIX + "changelog", Map.of("prefix", PREFIX)).run(List.of(PLUGIN_TABLES));
        MyBatisTransactions transactions = new MyBatisTransactions(database);
        SqlSettingStore settings = new SqlSettingStore(transactions, transactions);
        settings.put("greeting", "\"Grüße, \uD83D\uDE00\\n\"");
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update " + PREFIX + "note set body = 'x', made = cast("
                            + "'2026-03-29 01:30:00.123456+02:00' as timestamp(6) with time zone), done = true, weight = 0.1, cost = 12.30, small = 3");
            try (PreparedStatement picture = connection.prepareStatement("update " + PREFIX + "note set picture = ?")) {
                picture.setBytes(1, new byte[] {0, -1, 7});
                picture.execute();
            }
            statement.execute("insert into " + PREFIX + "note (id) values"
                    + " (cast('00000000-0000-7000-8000-000000000002' as uuid))");
        }
    }

    private static List<String> rows(Database database) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, body, made, done, weight, cost, small, picture from "
                        + PREFIX + "note order by id")) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                OffsetDateTime made = row.getObject(3, OffsetDateTime.class);
                values.add(row.getString(1) + " " + row.getString(2) + " " + (made == null ? null : made.toInstant())
                        + " " + row.getBoolean(4) + " " + row.getDouble(5) + " " + row.getBigDecimal(6) + " "
                        + row.getInt(7) + " " + Arrays.toString(row.getBytes(8)));
            }
            return values;
        }
    }

    @ParameterizedTest
    @CsvSource({"HSQLDB,HSQLDB", "HSQLDB,POSTGRESQL", "POSTGRESQL,HSQLDB", "POSTGRESQL,POSTGRESQL"})
    void aBackupOfOneEngineIsRestoredOnAnother(DatabaseKind from, DatabaseKind to) throws Exception {
        Path source = data("source");
        Files.createDirectories(source.resolve("files/ab"));
        Files.writeString(source.resolve("files/ab/abcd"), "an attachment");
        Files.writeString(source.resolve("secret.key"), "key");
        Path target = data("target");
        try (Database database = StoreTestbed.empty(from);
                Database copy = StoreTestbed.empty(to)) {
            fill(database);
            new Restore(copy, DeskFolders.in(target)).from(write(database, source));

            StoreTestbed.migrate(copy);
            assertThat(rows(copy)).containsExactlyElementsOf(rows(database));
            MyBatisTransactions transactions = new MyBatisTransactions(copy);
            SqlSettingStore settings = new SqlSettingStore(transactions, transactions);
            assertThat(settings.find("greeting").orElseThrow().content()).isEqualTo("\"Grüße, \uD83D\uDE00\\n\"");
            assertThat(new DeliveryHold(settings).held()).isTrue();
            new DeliveryHold(settings).release();
            assertThat(new DeliveryHold(settings).held()).isFalse();
        }
        assertThat(target.resolve("files/ab/abcd")).hasContent("an attachment");
        assertThat(target.resolve("secret.key")).hasContent("key");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aBackupShowsOneMomentWhileOthersWrite(DatabaseKind kind) throws Exception {
        try (Database database = StoreTestbed.empty(kind);
                Database copy = StoreTestbed.empty(kind)) {
            StoreTestbed.migrate(database);
            MyBatisTransactions transactions = new MyBatisTransactions(database);
            SqlSettingStore settings = new SqlSettingStore(transactions, transactions);
            AtomicBoolean enough = new AtomicBoolean();
            Thread writer = new Thread(() -> writePairs(transactions, settings, enough));
            writer.start();
            Path file = write(database, data("source"));
            enough.set(true);
            writer.join();
            new Restore(copy, DeskFolders.in(data("target"))).from(file);

            MyBatisTransactions copied = new MyBatisTransactions(copy);
            SqlSettingStore restored = new SqlSettingStore(copied, copied);
            assertThat(restored.find("pair.a").map(setting -> setting.content()))
                    .isEqualTo(restored.find("pair.z").map(setting -> setting.content()));
        }
    }

    private static void writePairs(MyBatisTransactions transactions, SqlSettingStore settings, AtomicBoolean enough) {
        for (int number = 0; !enough.get(); number++) {
            String value = Integer.toString(number);
            transactions.write(() -> {
                settings.put("pair.a", value);
                return settings.put("pair.z", value);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void filesThatSeveralNodesShareAreInABackupButNotThoseThatAreComingIn(DatabaseKind kind) throws Exception {
        DeskFolders shared = new DeskFolders(data("node"), data("shared"));
        Files.createDirectories(shared.files().resolve("ab"));
        Files.writeString(shared.files().resolve("ab/abcd"), "an attachment");
        Files.createDirectories(shared.files().resolve("incoming"));
        Files.writeString(shared.files().resolve("incoming/half"), "an att");
        DeskFolders target = new DeskFolders(data("copy"), folder.resolve("copied-files"));
        Path file = folder.resolve("shared.zip");
        try (Database database = StoreTestbed.empty(kind);
                Database copy = StoreTestbed.empty(kind)) {
            StoreTestbed.migrate(database);
            try (OutputStream out = Files.newOutputStream(file)) {
                new Backup(database, shared).writeTo(out);
            }
            new Restore(copy, target).from(file);
        }
        assertThat(target.files().resolve("ab/abcd")).hasContent("an attachment");
        assertThat(target.files().resolve("incoming")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void onlyAnEmptyDeskIsRestored(DatabaseKind kind) throws Exception {
        try (Database database = StoreTestbed.empty(kind)) {
            StoreTestbed.migrate(database);
            Path file = write(database, data("source"));
            assertThatThrownBy(() -> new Restore(database, DeskFolders.in(data("target"))).from(file))
                    .isInstanceOfSatisfying(
                            SwitchboardException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.IN_USE));
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDamagedBackupChangesNothing(DatabaseKind kind) throws Exception {
        try (Database database = StoreTestbed.empty(kind);
                Database copy = StoreTestbed.empty(kind)) {
            StoreTestbed.migrate(database);
            Path file = write(database, data("source"));
            byte[] bytes = Files.readAllBytes(file);
            for (int position = 0; position < bytes.length / 2; position += 97) {
                bytes[position] ^= 1;
            }
            Files.write(file, bytes);
            assertThatThrownBy(() -> new Restore(copy, DeskFolders.in(data("target"))).from(file))
                    .isInstanceOfSatisfying(
                            SwitchboardException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_FIELD));
            try (Connection connection = copy.openConnection()) {
                assertThat(new TableCatalog(connection).isEmpty()).isTrue();
            }
        }
    }
}
