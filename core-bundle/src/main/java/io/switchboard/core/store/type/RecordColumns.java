package io.switchboard.core.store.type;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.executor.ExecutorException;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/** Which column of a result goes to which component of a record. Names differ by case and underscores only. */
final class RecordColumns {
    private final Constructor<?> constructor;
    private final int[] columns;
    private final TypeHandler<?>[] handlers;

    private RecordColumns(Constructor<?> constructor, int[] columns, TypeHandler<?>[] handlers) {
        this.constructor = constructor;
        this.columns = columns;
        this.handlers = handlers;
    }

    /**
     * Finds out.
     *
     * @throws ExecutorException if a component has no column, or is of a type that no column can be read as
     */
    static RecordColumns of(Class<?> type, List<String> labels, ResultSetMetaData meta, TypeHandlerRegistry registry)
            throws SQLException {
        RecordComponent[] components = type.getRecordComponents();
        int[] columns = new int[components.length];
        TypeHandler<?>[] handlers = new TypeHandler<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            columns[i] = column(type, components[i].getName(), labels);
            handlers[i] = handler(type, components[i], JdbcType.forCode(meta.getColumnType(columns[i])), registry);
        }
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return new RecordColumns(constructor, columns, handlers);
    }

    private static int column(Class<?> type, String component, List<String> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).replace("_", "").equalsIgnoreCase(component)) {
                return i + 1;
            }
        }
        throw new ExecutorException("No column for " + component + " of " + type.getName() + " among " + labels);
    }

    private static TypeHandler<?> handler(
            Class<?> type, RecordComponent component, @Nullable JdbcType stored, TypeHandlerRegistry registry) {
        TypeHandler<?> handler = registry.getTypeHandler(component.getType(), stored);
        if (handler == null) {
            throw new ExecutorException("No column can be read as " + component + " of " + type.getName());
        }
        return handler;
    }

    /** Makes a record of the current row, or nothing of one without any value. */
    @Nullable
    Object record(ResultSet results) throws SQLException {
        @Nullable Object[] values = new Object[columns.length];
        boolean any = false;
        for (int i = 0; i < columns.length; i++) {
            values[i] = handlers[i].getResult(results, columns[i]);
            any |= values[i] != null;
        }
        return any ? make(values) : null;
    }

    private Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new ExecutorException("A row cannot become a " + constructor.getName(), refused.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException unfit) {
            throw new ExecutorException("A row cannot become a " + constructor.getName(), unfit);
        }
    }
}
