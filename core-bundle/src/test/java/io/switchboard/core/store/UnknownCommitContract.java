package io.switchboard.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.BreakingDatabase.Break;
import io.switchboard.core.store.ProbeMapper.Probe;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a commit whose answer is lost, on every engine. */
abstract class UnknownCommitContract {
    private BreakingDatabase database;
    private MyBatisTransactions transactions;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger followed = new AtomicInteger();
    private final Probe probe = new Probe(
            new TicketId(UUID.randomUUID()), UUID.randomUUID(), Status.NEW, Level.LOW, null, null, false, 0, null);

    abstract StoreTestbed store();

    @BeforeEach
    void createTable() throws SQLException {
        try (var connection = store().database().openConnection();
                var statement = connection.createStatement()) {
            statement.execute(ProbeTable.CREATE);
        }
        database = new BreakingDatabase(store().database());
        transactions = new MyBatisTransactions(database);
    }

    private String insert() {
        runs.incrementAndGet();
        transactions.of(ProbeMapper.class).insert(probe);
        transactions.afterCommit(followed::incrementAndGet);
        return "done";
    }

    private boolean isThere() {
        return transactions.of(ProbeMapper.class).find(probe.id()).isPresent();
    }

    @Test
    void aCommitThatTookEffectIsNotRunAgain() {
        database.breakNextCommit(Break.AFTER);
        assertThat(transactions.write(this::insert, this::isThere)).isEqualTo("done");
        assertThat(runs).hasValue(1);
        assertThat(followed).hasValue(1);
        assertThat(transactions.read(this::isThere)).isTrue();
    }

    @Test
    void aCommitThatTookNoEffectIsRunAgain() {
        database.breakNextCommit(Break.BEFORE);
        assertThat(transactions.write(this::insert, this::isThere)).isEqualTo("done");
        assertThat(runs).hasValue(2);
        assertThat(followed).hasValue(1);
        assertThat(transactions.read(this::isThere)).isTrue();
    }

    @Test
    void workThatCannotTellIsNotRunAgainAndSaysSo() {
        database.breakNextCommit(Break.AFTER);
        assertThatThrownBy(() -> transactions.write(this::insert))
                .isInstanceOfSatisfying(
                        SwitchboardException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                .hasMessageContaining("look whether it is there");
        assertThat(runs).hasValue(1);
        assertThat(followed).hasValue(0);
    }
}
