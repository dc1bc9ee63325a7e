package io.switchboard.bench.measure;

import io.switchboard.bench.measure.ClosedLoop.Client;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hsqldb.jdbc.JDBCDataSource;

/**
 * The embedded engine alone, on a copy of a desk's database: its clients insert and commit durably the rows that opening a
 * ticket writes, with the desk's tables and indexes and nothing above them.
 */
final class BareEngine implements AutoCloseable {
    private final JDBCDataSource source = new JDBCDataSource();
    private final String pattern;

    /** Opens a copy of a database folder. */
    BareEngine(Path database) throws SQLException {
        source.setUrl("jdbc:hsqldb:file:" + database.resolve("desk").toAbsolutePath()
                + ";ifexists=true;hsqldb.lock_file=false");
        source.setUser("SA");
        source.setPassword("");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set files write delay false");
            pattern = newest(statement);
        }
    }

    /** Returns the ticket whose rows are written again. It takes the engine a while, so it is asked once. */
    private static String newest(Statement statement) throws SQLException {
        try (ResultSet opened = statement.executeQuery("select id from ticket order by created_at desc limit 1")) {
            if (!opened.next()) {
                throw new SQLException("The copied desk has no ticket to take rows from");
            }
            return opened.getString(1);
        }
    }

    Client client(int number) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return new Opening(connection, new OpeningRows(connection, pattern, number));
    }

    /** Commits the rows of one ticket after the other. */
    private record Opening(Connection connection, OpeningRows rows) implements Client {
        @Override
        public boolean once() throws SQLException {
            rows.insert();
            connection.commit();
            return true;
        }

        @Override
        public void close() throws IOException {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new IOException(failure);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
