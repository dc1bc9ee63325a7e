package io.switchboard.core.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    private final FailingLog log = new FailingLog();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private EmbeddedDatabase open() {
        return new EmbeddedDatabase(folder.resolve("database"), stopped::countDown, log, 16L << 20);
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            database.commit(connection);
        }
    }

    private static List<String> names(EmbeddedDatabase database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name from note order by name")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            connection.commit();
        }
        return names;
    }

    private static void createNote(EmbeddedDatabase database) throws SQLException {
        execute(database, "create table note (name varchar(80) primary key)");
    }

    @Test
    void whatWasCommittedIsThereAfterACleanStop() throws SQLException {
        try (EmbeddedDatabase database = open()) {
            createNote(database);
            execute(database, "insert into note values ('one')");
        }
        try (EmbeddedDatabase database = open()) {
            assertThat(names(database)).containsExactly("one");
        }
    }

    @Test
    void tablesAreKeptOnDiskAndTrailingSpacesCount() throws SQLException {
        try (EmbeddedDatabase database = open()) {
            createNote(database);
            execute(database, "insert into note values ('a')", "insert into note values ('a ')");
            assertThat(names(database)).containsExactly("a", "a ");
            try (Connection connection = database.openConnection();
                    Statement statement = connection.createStatement();
                    ResultSet type = statement.executeQuery(
                            "select hsqldb_type from information_schema.system_tables where table_name = 'NOTE'")) {
                type.next();
                assertThat(type.getString(1)).isEqualTo("CACHED");
            }
        }
    }

    @Test
    void aKillDuringTheFirstCreationHeals() throws IOException, SQLException {
        Path unfinished = Files.createDirectories(folder.resolve("database.unfinished"));
        Files.writeString(unfinished.resolve("desk.script"), "half a");
        try (EmbeddedDatabase database = open()) {
            createNote(database);
            assertThat(names(database)).isEmpty();
        }
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() {
        try (EmbeddedDatabase database = open()) {
            assertThat(database.kind().id()).isEqualTo("hsqldb");
            assertThatThrownBy(this::open)
                    .isInstanceOf(SwitchboardException.class)
                    .hasMessageContaining("open");
        }
    }

    @Test
    void aFailedWriteIsNotAcknowledgedAndTheDatabaseOpensAgainFromDisk() throws Exception {
        try (EmbeddedDatabase database = open()) {
            createNote(database);
            execute(database, "insert into note values ('kept')");
            log.failWrites();
            assertThatThrownBy(() -> execute(database, "insert into note values ('lost')"))
                    .isInstanceOfSatisfying(
                            SwitchboardException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE));
            log.heal();
            awaitOpen(database);
            assertThat(names(database)).containsExactly("kept");
            execute(database, "insert into note values ('later')");
        }
        try (EmbeddedDatabase database = open()) {
            assertThat(names(database)).containsExactly("kept", "later");
        }
        assertThat(stopped.getCount()).isEqualTo(1);
    }

    private static void awaitOpen(EmbeddedDatabase database) throws InterruptedException {
        for (int check = 0; check < 600; check++) {
            try {
                database.requireWritable();
                return;
            } catch (SwitchboardException notYet) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the database did not open again");
    }

    @Test
    void aFailedSyncIsNotAcknowledgedAndStopsTheServer() throws Exception {
        try (EmbeddedDatabase database = open()) {
            createNote(database);
            log.failSyncs();
            assertThatThrownBy(() -> execute(database, "insert into note values ('unknown')"))
                    .isInstanceOf(SwitchboardException.class);
            log.heal();
            stopped.await();
            assertThatThrownBy(database::requireWritable).isInstanceOf(SwitchboardException.class);
            assertThatThrownBy(database::pool).isInstanceOf(SwitchboardException.class);
        }
    }

    @Test
    void aNearlyFullDiskIsReadOnlyUntilThereIsRoom() {
        DiskSpace space = new DiskSpace(folder);
        space.update(63L * 1024 * 1024);
        assertThat(space.low()).isTrue();
        space.update(80L * 1024 * 1024);
        assertThat(space.low()).isTrue();
        space.update(97L * 1024 * 1024);
        assertThat(space.low()).isFalse();
    }

    @Test
    void commitsSurviveManyCheckpoints() throws Exception {
        try (EmbeddedDatabase database = open()) {
            createNote(database);
            Thread checkpoints = new Thread(() -> checkpointOften(database));
            checkpoints.start();
            for (int note = 0; note < 300; note++) {
                execute(database, "insert into note values ('n%04d')".formatted(note));
            }
            checkpoints.join();
            assertThat(names(database)).hasSize(300);
        }
    }

    private static void checkpointOften(EmbeddedDatabase database) {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            for (int round = 0; round < 20; round++) {
                statement.execute("checkpoint");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
