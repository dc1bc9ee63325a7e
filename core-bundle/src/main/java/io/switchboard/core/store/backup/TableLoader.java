package io.switchboard.core.store.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collections;
import java.util.List;

/** Fills tables from a backup, in batches. */
final class TableLoader {
    private static final int BATCH = 500;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Connection connection;

    /**
     * Makes a loader.
     *
     * @param connection without auto-commit
     */
    TableLoader(Connection connection) {
        this.connection = connection;
    }

    /** Reads the rows of a table and hands them over one by one. */
    interface Row {
        void accept(JsonNode values) throws IOException, SQLException;
    }

    static void forEachRow(InputStream rows, Row row) throws IOException, SQLException {
        try (JsonParser parser = JSON.createParser(rows)) {
            while (parser.nextToken() != null) {
                JsonNode values = JSON.readTree(parser);
                row.accept(values);
            }
        }
    }

    /** Replaces what stands in a table by the rows of a backup. */
    void load(Manifest.Table table, InputStream rows) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from " + table.name());
        }
        List<ColumnKind> kinds = kinds(table);
        String insert = "insert into " + table.name() + " (" + String.join(", ", table.columns()) + ") values ("
                + String.join(", ", Collections.nCopies(kinds.size(), "?")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            long[] count = new long[1];
            forEachRow(rows, values -> {
                bind(statement, kinds, values);
                statement.addBatch();
                if (++count[0] % BATCH == 0) {
                    statement.executeBatch();
                    connection.commit();
                }
            });
            if (count[0] % BATCH != 0) {
                statement.executeBatch();
            }
            connection.commit();
            if (count[0] != table.rows()) {
                throw new IOException(
                        "the table " + table.name() + " has " + count[0] + " rows instead of " + table.rows());
            }
        }
    }

    private List<ColumnKind> kinds(Manifest.Table table) throws SQLException {
        String select = "select " + String.join(", ", table.columns()) + " from " + table.name() + " where 1 = 0";
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(select)) {
            return TableCatalog.kinds(none.getMetaData());
        }
    }

    private static void bind(PreparedStatement statement, List<ColumnKind> kinds, JsonNode values) throws SQLException {
        for (int column = 1; column <= kinds.size(); column++) {
            JsonNode value = values.path(column - 1);
            if (value.isNull() || value.isMissingNode()) {
                statement.setNull(column, Types.NULL);
            } else {
                kinds.get(column - 1).bind(statement, column, value);
            }
        }
    }
}
