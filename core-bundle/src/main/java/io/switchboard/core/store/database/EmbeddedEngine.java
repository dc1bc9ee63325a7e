package io.switchboard.core.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hsqldb.Session;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.jdbc.JDBCDataSource;
import org.hsqldb.persist.Logger;

/** Creates and opens HSQLDB with the settings under which it keeps what it has acknowledged, and with no others. */
final class EmbeddedEngine {
    private static final String NAME = "desk";
    private static final String USER = "SA";
    private static final Map<String, String> SAFE_SETTINGS = Map.of(
            "hsqldb.write_delay", "false",
            "hsqldb.tx", "mvcc",
            "hsqldb.tx_level", "read_committed",
            "hsqldb.default_table_type", "cached",
            "hsqldb.nio_data_file", "false");
    private static final List<String> SAFE_STATEMENTS = List.of(
            "set files write delay false",
            "set database transaction control mvcc",
            "set database default isolation level read committed",
            "set database default table type cached",
            "set files nio false",
            "set files log size 0",
            "set files cache rows 150000",
            "set files cache size 65536");

    private final Path folder;
    private final LogFile.Opener logs;
    private final JDBCDataSource connections = new JDBCDataSource();

    EmbeddedEngine(Path folder, LogFile.Opener logs) {
        this.folder = folder;
        this.logs = logs;
        connections.setUrl(url(folder, true));
        connections.setUser(USER);
        connections.setPassword("");
    }

    /** Returns a source of connections to the opened database. */
    JDBCDataSource connections() {
        return connections;
    }

    /** Returns a source of connections that keep their prepared statements; they are for those who use them for long. */
    DataSource lastingConnections() {
        JDBCDataSource lasting = new JDBCDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() throws SQLException {
                return KeptStatements.of(super.getConnection());
            }
        };
        lasting.setUrl(connections.getUrl());
        lasting.setUser(USER);
        lasting.setPassword("");
        return lasting;
    }

    /** Returns the log, which grows until the next checkpoint. */
    Path log() {
        return folder.resolve(NAME + ".log");
    }

    private static String url(Path folder, boolean exists) {
        return "jdbc:hsqldb:file:" + folder.resolve(NAME).toAbsolutePath()
                + ";ifexists=" + exists
                + ";hsqldb.lock_file=false;hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.tx_level=read_committed"
                + ";hsqldb.default_table_type=cached;hsqldb.log_size=0;hsqldb.applog=0;hsqldb.extlog=0";
    }

    /**
     * Creates the database unless it is there. It is made beside its place and moved there when it is complete, so
     * that a kill in the middle leaves nothing that would be taken for a database.
     */
    void createIfMissing() throws IOException, SQLException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
        JDBCDataSource fresh = new JDBCDataSource();
        fresh.setUrl(url(unfinished, false));
        fresh.setUser(USER);
        try (Connection connection = fresh.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set database collation sql_text no pad");
            statement.execute("shutdown");
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Opens the database, which recovers from a crash if there was one, puts the log under our control and reads the
     * settings back.
     *
     * @throws SQLException if it cannot be opened, or a setting without which commits may be lost does not hold
     */
    void open(GroupSync sync, EngineFailures failures) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : SAFE_STATEMENTS) {
                statement.execute(setting);
            }
            Logger logger = logger(connection);
            logger.fileAccess = new LogFileAccess(logger.getFileAccess(), logs, sync, failures);
            logger.appLog = new EngineEvents(failures);
            statement.execute("checkpoint");
            requireSafeSettings(statement);
            if (!sync.inUse()) {
                throw new SQLException("The embedded database does not write its log where the desk can watch it");
            }
        }
    }

    private static Logger logger(Connection connection) throws SQLException {
        Session session = (Session) connection.unwrap(JDBCConnection.class).getSession();
        return session.getDatabase().logger;
    }

    private static void requireSafeSettings(Statement statement) throws SQLException {
        for (Map.Entry<String, String> setting : SAFE_SETTINGS.entrySet()) {
            String actual = null;
            try (ResultSet row = statement.executeQuery(
                    "select property_value from information_schema.system_properties where property_name = '"
                            + setting.getKey() + "'")) {
                if (row.next()) {
                    actual = row.getString(1);
                }
            }
            if (!setting.getValue().equalsIgnoreCase(actual)) {
                throw new SQLException("The embedded database runs with " + setting.getKey() + "=" + actual
                        + ", but keeps what it acknowledges only with " + setting.getValue());
            }
        }
    }

    /** Closes cleanly, or at once as a crash would, without trust in what is in memory. */
    void shutDown(boolean immediately) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(immediately ? "shutdown immediately" : "shutdown");
        }
    }
}
