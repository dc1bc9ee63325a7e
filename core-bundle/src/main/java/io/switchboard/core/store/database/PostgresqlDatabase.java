package io.switchboard.core.store.database;

import com.zaxxer.hikari.HikariDataSource;
import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.store.Database;
import io.switchboard.core.store.DatabaseFigures;
import io.switchboard.core.store.DatabaseKind;
import io.switchboard.core.store.Passage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL over the network: every wait has an end, and a commit is durable when it returns. */
public final class PostgresqlDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresqlDatabase.class);
    private static final int POOL_SIZE = 16;
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 40;
    private static final int SESSION_END_CHECKS = 50;
    private static final String REQUEST_LIMITS = "-c statement_timeout=20s -c idle_in_transaction_session_timeout=60s";

    private final PGSimpleDataSource unlimited;
    private final Lock structure = new ReentrantLock();
    private final Passage passage = new Passage();
    private final HikariDataSource pool;

    /**
     * Connects.
     *
     * @param url a JDBC URL that begins with {@code jdbc:postgresql:}
     * @param user the role, unless the URL names it
     * @param password its password, unless the URL has it or none is needed
     * @throws SwitchboardException with {@code storage-unavailable} if it does not answer, or would lose commits
     */
    public PostgresqlDatabase(String url, @Nullable String user, @Nullable String password) {
        this.unlimited = source(url, user, password);
        PGSimpleDataSource limited = source(url, user, password);
        limited.setSocketTimeout(SOCKET_SECONDS);
        limited.setOptions(REQUEST_LIMITS);
        requireDurableCommits();
        this.pool = ConnectionPool.open("postgresql", limited, POOL_SIZE);
    }

    private static PGSimpleDataSource source(String url, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setApplicationName("switchboard");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    private void requireDurableCommits() {
        try (Connection connection = unlimited.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                try (ResultSet row = statement.executeQuery("select current_setting('" + setting + "')")) {
                    if (row.next() && row.getString(1).equals("off")) {
                        throw new SwitchboardException(
                                ErrorCode.STORAGE_UNAVAILABLE,
                                "PostgreSQL runs with " + setting + "=off and would lose changes; turn it on");
                    }
                }
            }
        } catch (SQLException failure) {
            throw new SwitchboardException(
                    ErrorCode.STORAGE_UNAVAILABLE, "PostgreSQL does not answer: " + failure.getMessage(), failure);
        }
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    public DataSource pool() {
        return pool;
    }

    @Override
    public Connection openConnection() throws SQLException {
        return unlimited.getConnection();
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public Passage passage() {
        return passage;
    }

    @Override
    public DatabaseFigures figures() {
        return ConnectionPool.figures(pool, 0, Duration.ZERO);
    }

    @Override
    public void requireWritable() {
        // The server itself refuses changes that it cannot take.
    }

    @Override
    public Lock structure() {
        return structure;
    }

    @Override
    public long session(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public void awaitSessionEnd(long session) {
        try {
            for (int check = 0; check < SESSION_END_CHECKS && sessionLives(session); check++) {
                Thread.sleep(100);
            }
        } catch (SQLException unreachable) {
            LOG.debug("The server cannot be asked for the lost session", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sessionLives(long session) throws SQLException {
        try (Connection connection = unlimited.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from pg_stat_activity where pid = ?")) {
            statement.setLong(1, session);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
