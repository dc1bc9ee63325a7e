package io.switchboard.core.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.switchboard.core.store.DatabaseFigures;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The pools of both engines: few connections, a short wait, so that a missing database is an answer and not a queue. */
final class ConnectionPool {
    private static final long WAIT_MILLISECONDS = TimeUnit.SECONDS.toMillis(5);
    private static final long VALIDATION_MILLISECONDS = TimeUnit.SECONDS.toMillis(2);

    private ConnectionPool() {}

    /** Returns the figures of a pool. */
    static DatabaseFigures figures(HikariDataSource pool, long syncs, Duration syncing) {
        HikariPoolMXBean figures = pool.getHikariPoolMXBean();
        return new DatabaseFigures(
                figures.getActiveConnections(),
                figures.getIdleConnections(),
                figures.getThreadsAwaitingConnection(),
                syncs,
                syncing);
    }

    static HikariDataSource open(String name, DataSource connections, int size) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName(name);
        configuration.setDataSource(connections);
        configuration.setMaximumPoolSize(size);
        configuration.setMinimumIdle(Math.min(4, size));
        configuration.setConnectionTimeout(WAIT_MILLISECONDS);
        configuration.setValidationTimeout(VALIDATION_MILLISECONDS);
        configuration.setAutoCommit(false);
        configuration.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        configuration.setInitializationFailTimeout(-1);
        configuration.setRegisterMbeans(false);
        return new HikariDataSource(configuration);
    }
}
