package io.switchboard.core.store;

import io.switchboard.core.store.type.StoreConfiguration;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a transaction on one thread: its connection, a MyBatis session per bundle, and what follows its commit. */
final class UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

    private final Connection connection;
    private final long session;
    private final boolean readOnly;
    private final Map<StoreConfiguration, SqlSession> sessions = new IdentityHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Object> made = new ArrayList<>();
    private boolean rollbackOnly;

    UnitOfWork(Connection connection, long session, boolean readOnly) {
        this.connection = connection;
        this.session = session;
        this.readOnly = readOnly;
    }

    Connection connection() {
        return connection;
    }

    long session() {
        return session;
    }

    boolean readOnly() {
        return readOnly;
    }

    <M> M mapper(StoreConfiguration configuration, Class<M> mapper) {
        configuration.ensureMapper(mapper);
        return sessions.computeIfAbsent(configuration, own -> new DefaultSqlSessionFactory(own).openSession(connection))
                .getMapper(mapper);
    }

    /** Sends what is still batched and closes the sessions' statements; the connection stays open. */
    void flush() {
        sessions.values().forEach(SqlSession::flushStatements);
    }

    void setRollbackOnly() {
        rollbackOnly = true;
    }

    boolean rollbackOnly() {
        return rollbackOnly;
    }

    void addAfterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void addMade(Object id) {
        made.add(id);
    }

    List<Object> made() {
        return List.copyOf(made);
    }

    /** Runs what follows the commit. */
    void runAfterCommit() {
        afterCommit.forEach(UnitOfWork::runQuietly);
    }

    private static void runQuietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failure) {
            LOG.error("An action after a commit failed; the change itself stands", failure);
        }
    }
}
