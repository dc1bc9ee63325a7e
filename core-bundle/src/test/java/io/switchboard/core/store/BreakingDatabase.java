package io.switchboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/** A database whose connection breaks at the next commit. */
final class BreakingDatabase implements Database {
    /** When the connection breaks. */
    enum Break {
        BEFORE,
        AFTER,
        NEVER
    }

    private final Database database;
    private Break next = Break.NEVER;

    BreakingDatabase(Database database) {
        this.database = database;
    }

    void breakNextCommit(Break when) {
        next = when;
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Break now = next;
        next = Break.NEVER;
        if (now == Break.BEFORE) {
            connection.rollback();
        } else {
            database.commit(connection);
        }
        if (now != Break.NEVER) {
            throw new SQLException("An I/O error occurred while sending to the backend", "08006");
        }
    }

    @Override
    public DatabaseKind kind() {
        return database.kind();
    }

    @Override
    public DataSource pool() {
        return database.pool();
    }

    @Override
    public Connection openConnection() throws SQLException {
        return database.openConnection();
    }

    @Override
    public DatabaseFigures figures() {
        return database.figures();
    }

    @Override
    public void requireWritable() {
        database.requireWritable();
    }

    @Override
    public Lock structure() {
        return database.structure();
    }

    @Override
    public Passage passage() {
        return database.passage();
    }

    @Override
    public long session(Connection connection) {
        return -1;
    }

    @Override
    public void awaitSessionEnd(long session) {
        database.awaitSessionEnd(session);
    }

    @Override
    public void close() {
        database.close();
    }
}
