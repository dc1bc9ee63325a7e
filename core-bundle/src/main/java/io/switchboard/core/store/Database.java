package io.switchboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/**
 * The database under the desk: its connections, and the promise that what was committed is kept. Only the store's
 * infrastructure uses it; features use {@link Transactions}.
 */
public interface Database extends AutoCloseable {
    /** Returns the engine. */
    DatabaseKind kind();

    /**
     * Returns the pool. Its connections have no auto-commit and READ COMMITTED; it throws when it has none to give
     * within its time limit.
     */
    DataSource pool();

    /**
     * Opens a connection outside the pool, with auto-commit and without a limit on the time of a statement: for work
     * that must not wait for the pool, or that takes longer than a request may. Closing it ends it.
     */
    Connection openConnection() throws SQLException;

    /**
     * Commits, and returns when everything that this transaction wrote or saw is durable.
     *
     * @throws SQLException if the commit was refused, or its answer was lost
     * @throws io.switchboard.api.error.SwitchboardException with {@code storage-unavailable} if it cannot be made
     *     durable; what was committed may then be lost
     */
    void commit(Connection connection) throws SQLException;

    /**
     * Refuses when changes are not taken at the moment.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code read-only}
     */
    void requireWritable();

    /**
     * Returns the lock that is held while tables change their structure, and by whoever reads for so long that such a
     * change, and everybody behind it, would have to wait.
     */
    Lock structure();

    /** Returns where transactions pass; none begins before it has entered there. */
    Passage passage();

    /** Returns how it is doing. */
    DatabaseFigures figures();

    /** Returns what names the connection's session on the server, for {@link #awaitSessionEnd}. */
    long session(Connection connection) throws SQLException;

    /**
     * Waits, for a bounded time, until a session whose connection was lost is gone from the server, so that its commit
     * has either taken effect or never will.
     */
    void awaitSessionEnd(long session);

    /** Closes cleanly: everything is on disk afterwards, and the next start needs no recovery. */
    @Override
    void close();
}
