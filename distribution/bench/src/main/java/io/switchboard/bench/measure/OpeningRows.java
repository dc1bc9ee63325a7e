package io.switchboard.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows that opening a ticket writes, taken from a ticket that was opened and inserted again under other keys. */
final class OpeningRows {
    private static final Set<String> KEYS = Set.of("ID", "TICKET_ID", "EVENT_ID", "OPENING_MESSAGE");
    private static final String FEED_ROW = """
            insert into feed_row (subscription, ticket_id, sequence, event_id, state, due_at, attempts, error)
            values (0, ?, 1, ?, 'measured', current_timestamp, 0, null)""";

    private final List<Copy> copies = new ArrayList<>();
    private final PreparedStatement feedRow;
    private final int client;
    private long count = System.nanoTime();

    /** A row to be inserted again; the names are the engine's own. */
    private record Copy(PreparedStatement insert, List<String> columns, List<@Nullable Object> values) {}

    OpeningRows(Connection connection, String ticket, int client) throws SQLException {
        this.client = client;
        copies.add(copy(connection, "select * from ticket where id = ?", "ticket", ticket));
        copies.add(
                copy(connection, "select * from message where ticket_id = ? order by id limit 1", "message", ticket));
        copies.add(copy(
                connection, "select * from history where ticket_id = ? order by sequence limit 1", "history", ticket));
        copies.add(copy(connection, "select * from ticket_turn where ticket_id = ?", "ticket_turn", ticket));
        feedRow = connection.prepareStatement(FEED_ROW);
    }

    private static Copy copy(Connection connection, String query, String table, String ticket) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, UUID.fromString(ticket));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The ticket has no row in " + table);
                }
                ResultSetMetaData names = row.getMetaData();
                List<String> columns = new ArrayList<>();
                List<@Nullable Object> values = new ArrayList<>();
                for (int place = 1; place <= names.getColumnCount(); place++) {
                    columns.add(names.getColumnName(place));
                    values.add(row.getObject(place));
                }
                String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
                return new Copy(
                        connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                                + ") values (" + marks + ")"),
                        columns,
                        values);
            }
        }
    }

    /** Inserts the rows of one more ticket. */
    void insert() throws SQLException {
        count++;
        UUID key = new UUID(System.currentTimeMillis() << 16 | 0x7000 | client, count);
        for (Copy copy : copies) {
            for (int place = 0; place < copy.columns().size(); place++) {
                copy.insert().setObject(place + 1, value(copy, place, key));
            }
            copy.insert().executeUpdate();
        }
        feedRow.setObject(1, key);
        feedRow.setObject(2, key);
        feedRow.executeUpdate();
    }

    private @Nullable Object value(Copy copy, int place, UUID key) {
        String column = copy.columns().get(place);
        if (KEYS.contains(column)) {
            return key;
        }
        return column.equals("NUMBER")
                ? "BARE-" + client + "-" + count
                : copy.values().get(place);
    }
}
