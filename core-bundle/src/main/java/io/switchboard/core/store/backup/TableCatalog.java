package io.switchboard.core.store.backup;

import io.switchboard.core.store.migration.CoreMigrations;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The tables of a database as they are. */
final class TableCatalog {
    private static final Set<String> NOT_DATA = Set.of("migration_lock", CoreMigrations.UNFINISHED_RESTORE);

    private final Connection connection;

    TableCatalog(Connection connection) {
        this.connection = connection;
    }

    /** Tells whether a table is a changelog of migrations. */
    static boolean isChangelog(String table) {
        return table.equals("changelog") || table.endsWith("_changelog");
    }

    /** Tells whether there is no table at all. */
    boolean isEmpty() throws SQLException {
        return names().isEmpty();
    }

    private Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** Lists the tables that hold data, so that one stands after those that its foreign keys point to. */
    List<String> tables() throws SQLException {
        Set<String> remaining = names();
        remaining.removeAll(NOT_DATA);
        Set<String> ordered = new LinkedHashSet<>();
        for (String table : remaining) {
            add(table, remaining, ordered, new LinkedHashSet<>());
        }
        return List.copyOf(ordered);
    }

    private void add(String table, Set<String> known, Set<String> ordered, Set<String> path) throws SQLException {
        if (ordered.contains(table) || !known.contains(table) || !path.add(table)) {
            return;
        }
        for (String referenced : referencedBy(table)) {
            add(referenced, known, ordered, path);
        }
        ordered.add(table);
    }

    private List<String> referencedBy(String table) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String name = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        List<String> referenced = new ArrayList<>();
        try (ResultSet keys = database.getImportedKeys(null, connection.getSchema(), name)) {
            while (keys.next()) {
                referenced.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return referenced;
    }

    /** Lists the columns of a table, in lower case and in their order. */
    List<String> columns(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            return names(none.getMetaData());
        }
    }

    static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnName(column).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    static List<ColumnKind> kinds(ResultSetMetaData columns) throws SQLException {
        List<ColumnKind> kinds = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            kinds.add(ColumnKind.of(columns, column));
        }
        return kinds;
    }
}
