package io.switchboard.core.store;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.type.StoreConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions over JDBC connections and MyBatis sessions that are bound to the thread. */
@Component(service = {Transactions.class, MapperSource.class, StatementCount.class, MyBatisTransactions.class})
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.database)")
public final class MyBatisTransactions implements Transactions, MapperSource, StatementCount {
    private static final Logger LOG = LoggerFactory.getLogger(MyBatisTransactions.class);
    private static final int STATEMENT_SECONDS = 20;

    private final ThreadLocal<@Nullable Consumer<List<Object>>> companion = new ThreadLocal<>();
    private final ThreadLocal<@Nullable UnitOfWork> current = new ThreadLocal<>();
    private final ThreadLocal<long[]> statementsOfThread = ThreadLocal.withInitial(() -> new long[1]);
    private final LongAdder statements = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final Database database;
    private final StoreConfiguration core;

    /** Is made when the database is migrated. */
    @Activate
    public MyBatisTransactions(@Reference Database database) {
        this.database = database;
        this.core = configuration(Map.of(), statement -> {});
    }

    /**
     * Makes the MyBatis configuration of a bundle, whose mappers take part in the same transactions.
     *
     * @param variables what {@code ${...}} stands for when the bundle's mappers are read
     * @param check gets the text of every statement before it runs, and refuses it by throwing
     */
    public StoreConfiguration configuration(Map<String, String> variables, Consumer<String> check) {
        Environment environment = new Environment("switchboard", new JdbcTransactionFactory(), database.pool());
        int seconds = database.kind() == DatabaseKind.HSQLDB ? STATEMENT_SECONDS : 0;
        return new StoreConfiguration(environment, database.kind().id(), variables, seconds, sql -> {
            check.accept(sql);
            statementsOfThread.get()[0]++;
            statements.increment();
        });
    }

    /** Returns a mapper of a bundle's configuration, bound to the transaction of this thread. */
    public <M> M mapper(StoreConfiguration configuration, Class<M> mapper) {
        return require("A mapper works inside a transaction only").mapper(configuration, mapper);
    }

    @Override
    public <M> M of(Class<M> mapper) {
        return mapper(core, mapper);
    }

    @Override
    public boolean active() {
        return current.get() != null;
    }

    @Override
    public long onThisThread() {
        return statementsOfThread.get()[0];
    }

    @Override
    public long total() {
        return statements.sum();
    }

    @Override
    public long commits() {
        return commits.sum();
    }

    @Override
    public void afterCommit(Runnable action) {
        UnitOfWork unit = require("There is no transaction to follow");
        if (unit.readOnly()) {
            throw new IllegalStateException("A read-only transaction commits nothing that an action could follow");
        }
        unit.addAfterCommit(action);
    }

    @Override
    public Accompaniment accompany(Consumer<List<Object>> work) {
        companion.set(work);
        return companion::remove;
    }

    @Override
    public void made(Object id) {
        require("There is no transaction in which anything could be made").addMade(id);
    }

    private UnitOfWork require(String otherwise) {
        UnitOfWork unit = current.get();
        if (unit == null) {
            throw new IllegalStateException(otherwise + ": wrap the call in Transactions.read or write");
        }
        return unit;
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> work) {
        UnitOfWork outer = current.get();
        return outer == null ? repeat(true, work, null) : join(outer, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return startWrite(work, null);
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work, BooleanSupplier committed) {
        return startWrite(work, committed);
    }

    private <T extends @Nullable Object> T startWrite(Supplier<T> work, @Nullable BooleanSupplier committed) {
        UnitOfWork outer = current.get();
        if (outer == null) {
            return repeat(false, work, committed);
        }
        if (outer.readOnly()) {
            throw new IllegalStateException("A read-only transaction cannot become a read-write one");
        }
        return join(outer, work);
    }

    private <T extends @Nullable Object> T join(UnitOfWork outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            outer.setRollbackOnly();
            throw SqlFailure.of(failure) == SqlFailure.DUPLICATE_KEY ? Repetition.duplicate(failure) : failure;
        } catch (Error failure) {
            outer.setRollbackOnly();
            throw failure;
        }
    }

    private <T extends @Nullable Object> T repeat(
            boolean readOnly, Supplier<T> work, @Nullable BooleanSupplier committed) {
        for (int attempt = 1; ; attempt++) {
            UnitOfWork unit = begin(readOnly);
            T result;
            try {
                result = run(unit, work);
            } catch (RuntimeException failure) {
                Repetition.prepare(failure, attempt);
                continue;
            }
            if (end(unit, committed, attempt)) {
                if (!readOnly) {
                    companion.remove();
                    commits.increment();
                }
                unit.runAfterCommit();
                return result;
            }
        }
    }

    private UnitOfWork begin(boolean readOnly) {
        if (!readOnly) {
            database.requireWritable();
        }
        database.passage().enter();
        boolean begun = false;
        try {
            Connection connection = database.pool().getConnection();
            if (readOnly) {
                connection.setReadOnly(true);
            }
            UnitOfWork unit = new UnitOfWork(connection, database.session(connection), readOnly);
            begun = true;
            return unit;
        } catch (SQLException unreachable) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "The store does not answer; try again in a moment", unreachable);
        } finally {
            if (!begun) {
                database.passage().leave();
            }
        }
    }

    private <T extends @Nullable Object> T run(UnitOfWork unit, Supplier<T> work) {
        boolean done = false;
        current.set(unit);
        try {
            T result = work.get();
            Consumer<List<Object>> accompanying = unit.readOnly() ? null : companion.get();
            if (accompanying != null) {
                accompanying.accept(unit.made());
            }
            if (unit.rollbackOnly()) {
                throw new IllegalStateException(
                        "Work that joined this transaction has failed, so the whole of it was rolled back");
            }
            unit.flush();
            done = true;
            return result;
        } finally {
            current.remove();
            if (!done) {
                rollBack(unit.connection());
                database.passage().leave();
            }
        }
    }

    /** Commits, and tells whether the work stands; false means that it may run again. */
    private boolean end(UnitOfWork unit, @Nullable BooleanSupplier committed, int attempt) {
        try {
            database.commit(unit.connection());
            return true;
        } catch (SQLException failure) {
            if (SqlFailure.of(failure) != SqlFailure.CONNECTION_LOST || unit.readOnly()) {
                rollBack(unit.connection());
                Repetition.prepare(new CommitRefusedException(failure), attempt);
                return false;
            }
            return resolve(unit, committed, failure, attempt);
        } finally {
            close(unit.connection());
            database.passage().leave();
        }
    }

    /** Finds out what became of a commit that was not answered. */
    private boolean resolve(UnitOfWork unit, @Nullable BooleanSupplier committed, SQLException failure, int attempt) {
        if (committed == null) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The store broke off while it kept the change; look whether it is there before you repeat it",
                    failure);
        }
        database.awaitSessionEnd(unit.session());
        if (repeat(true, committed::getAsBoolean, null)) {
            return true;
        }
        Repetition.prepare(new CommitRefusedException(failure), attempt);
        return false;
    }

    private static void rollBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException lost) {
            LOG.debug("The transaction could not be rolled back; the server ends it with the session", lost);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException lost) {
            LOG.debug("The connection could not be given back; the pool replaces it", lost);
        }
    }
}
