package io.switchboard.core.store.type;

import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of rows. Which column goes to which component is found out once for each statement; MyBatis compares
 * every name with every other for each row.
 */
final class RecordRows {
    private final TypeHandlerRegistry registry;
    private final Map<Shape, RecordColumns> known = new ConcurrentHashMap<>();

    RecordRows(TypeHandlerRegistry registry) {
        this.registry = registry;
    }

    /** A statement and what it gives; a text that is put together may give other columns from time to time. */
    private record Shape(String statement, List<String> labels) {}

    /** Returns a handler that makes the statement's rows, or the other if they are not simply records. */
    ResultSetHandler handler(
            MappedStatement statement,
            RowBounds bounds,
            @Nullable ResultHandler<?> consumer,
            ResultSetHandler otherwise) {
        Class<?> type = type(statement);
        boolean simple = type != null
                && consumer == null
                && bounds.getOffset() == RowBounds.NO_ROW_OFFSET
                && bounds.getLimit() == RowBounds.NO_ROW_LIMIT;
        return simple && type != null ? new Handler(statement.getId(), type, otherwise) : otherwise;
    }

    private @Nullable Class<?> type(MappedStatement statement) {
        if (statement.getResultMaps().size() != 1 || statement.getResultSets() != null) {
            return null;
        }
        ResultMap only = statement.getResultMaps().get(0);
        boolean plain = only.getResultMappings().isEmpty() && only.getDiscriminator() == null;
        Class<?> type = only.getType();
        return plain && type.isRecord() && type.getDeclaredConstructors().length == 1 && !registry.hasTypeHandler(type)
                ? type
                : null;
    }

    private RecordColumns columns(String statement, Class<?> type, ResultSetMetaData meta) throws SQLException {
        List<String> labels = new ArrayList<>(meta.getColumnCount());
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            labels.add(meta.getColumnLabel(column));
        }
        Shape shape = new Shape(statement, labels);
        RecordColumns columns = known.get(shape);
        if (columns == null) {
            columns = RecordColumns.of(type, labels, meta, registry);
            known.put(shape, columns);
        }
        return columns;
    }

    private final class Handler implements ResultSetHandler {
        private final String statement;
        private final Class<?> type;
        private final ResultSetHandler otherwise;

        Handler(String statement, Class<?> type, ResultSetHandler otherwise) {
            this.statement = statement;
            this.type = type;
            this.otherwise = otherwise;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <E> List<E> handleResultSets(Statement executed) throws SQLException {
            List<@Nullable Object> rows = new ArrayList<>();
            try (ResultSet results = executed.getResultSet()) {
                RecordColumns columns = columns(statement, type, results.getMetaData());
                while (results.next()) {
                    rows.add(columns.record(results));
                }
            }
            return (List<E>) rows;
        }

        @Override
        public <E> Cursor<E> handleCursorResultSets(Statement executed) throws SQLException {
            return otherwise.handleCursorResultSets(executed);
        }

        @Override
        public void handleOutputParameters(CallableStatement call) throws SQLException {
            otherwise.handleOutputParameters(call);
        }
    }
}
