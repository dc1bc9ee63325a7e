package io.switchboard.core.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.core.store.MyBatisTransactions;
import io.switchboard.core.store.migration.MigrationStep;
import io.switchboard.core.store.migration.Migrator;
import io.switchboard.core.store.number.NumberBlocks;
import io.switchboard.core.store.type.StoreConfiguration;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.annotations.Insert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the engine must do alone holds nobody up that it would have to wait for. */
@Timeout(60)
class CheckpointsTest {
    private static final long LOG_BYTES = 10_000;

    @TempDir
    Path folder;

    private EmbeddedDatabase database;
    private MyBatisTransactions transactions;
    private StoreConfiguration mappers;
    private NumberBlocks numbers;

    @BeforeEach
    void open() throws SQLException {
        database = new EmbeddedDatabase(folder.resolve("database"), () -> {}, LogFile::onDisk, LOG_BYTES);
        transactions = new MyBatisTransactions(database);
        mappers = transactions.configuration(Map.of(), statement -> {});
        numbers = new NumberBlocks(database);
        execute("create table number_block (name varchar(80) primary key, next_number bigint not null)");
        execute("create table note (body varchar(20000))");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aLogThatHasGrownIsWrittenIntoTheDataFile() throws Exception {
        transactions.write(() -> fill(30_000));

        awaitShortLog();
        assertThat(transactions.read(() -> true)).isTrue();
    }

    @Test
    void aTransactionThatTakesNumbersIsNotCaughtBehindACheckpointThatWaitsForIt() throws Exception {
        transactions.write(() -> fill(9_000));
        long number = transactions.write(() -> {
            fill(1);
            CompletableFuture.runAsync(() -> transactions.write(() -> fill(15_000)))
                    .join();
            pause();
            return numbers.next("ticket", () -> 1_000);
        });

        assertThat(number).isEqualTo(1_000);
        awaitShortLog();
    }

    @Test
    void aTransactionThatDoesNotEndKeepsNobodyFromTheDesk() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Boolean> hanging = CompletableFuture.supplyAsync(() -> transactions.write(() -> {
            fill(1);
            begun.countDown();
            return awaited(end);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        transactions.write(() -> fill(30_000));
        pause();

        for (int change = 0; change < 20; change++) {
            transactions.write(() -> fill(1));
        }

        assertThat(hanging).isNotDone();
        end.countDown();
        assertThat(hanging.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tablesChangeBetweenTransactionsAndNeverInsideOne() throws Exception {
        Migrator migrator = new Migrator(database, "x_changelog", Map.of());
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Long> opening = CompletableFuture.supplyAsync(() -> transactions.write(() -> {
            fill(1);
            begun.countDown();
            pause();
            return numbers.next("ticket", () -> 1_000);
        }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        migrator.apply(List.of(step()));

        assertThat(opening.get(10, TimeUnit.SECONDS)).isEqualTo(1_000);
        assertThatThrownBy(() -> transactions.write(() -> {
                    migrate(migrator);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void migrate(Migrator migrator) {
        try {
            migrator.apply(List.of(step()));
        } catch (SQLException failure) {
            throw new IllegalArgumentException(failure);
        }
    }

    private static MigrationStep step() {
        return new MigrationStep(BigDecimal.ONE, "one", "create table x_own (id integer primary key)");
    }

    /** Long enough for the checkpoint to be wanted. */
    private static void pause() {
        try {
            Thread.sleep(400);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private boolean fill(int characters) {
        NoteMapper notes = transactions.mapper(mappers, NoteMapper.class);
        for (int rest = characters; rest > 0; rest -= 15_000) {
            notes.add("a".repeat(Math.min(rest, 15_000)));
        }
        return true;
    }

    /** Statements of the tests. */
    interface NoteMapper {
        /** Adds a note. */
        @Insert("insert into note (body) values (#{body})")
        int add(String body);
    }

    private void awaitShortLog() throws IOException, InterruptedException {
        Path log = folder.resolve("database/desk.log");
        while (Files.exists(log) && Files.size(log) >= LOG_BYTES) {
            Thread.sleep(20);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
