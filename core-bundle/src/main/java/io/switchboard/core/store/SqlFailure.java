package io.switchboard.core.store;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import org.jspecify.annotations.Nullable;

/** What a failure of a statement means for the transaction, read from its SQLSTATE. */
enum SqlFailure {
    /** The engine chose this transaction to give way to another; running it again may succeed. */
    GAVE_WAY,
    /** The connection is gone, or the server closed the session. */
    CONNECTION_LOST,
    /** The statement took longer than it may. */
    TIMED_OUT,
    /** A unique key exists already. */
    DUPLICATE_KEY,
    /** Anything else: a fault of ours, or of the data. */
    OTHER;

    /** Reads the first SQL exception in the chain of causes; a failure without one is {@link #OTHER}. */
    static SqlFailure of(Throwable failure) {
        SQLException exception = find(failure);
        return exception == null ? OTHER : ofState(exception);
    }

    private static SqlFailure ofState(SQLException exception) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        if (state.equals("57014")
                || state.equals("40502")
                || state.equals("55P03")
                || exception instanceof SQLTimeoutException) {
            return TIMED_OUT;
        }
        if (state.equals("40001") || state.equals("40P01") || exception instanceof SQLTransactionRollbackException) {
            return GAVE_WAY;
        }
        if (state.startsWith("08")
                || state.equals("57P01")
                || state.equals("57P02")
                || state.equals("57P03")
                || exception instanceof SQLNonTransientConnectionException) {
            return CONNECTION_LOST;
        }
        if (state.equals("23505")
                || exception instanceof SQLIntegrityConstraintViolationException && state.equals("23000")) {
            return DUPLICATE_KEY;
        }
        return OTHER;
    }

    private static @Nullable SQLException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException exception) {
                return exception;
            }
        }
        return null;
    }
}
