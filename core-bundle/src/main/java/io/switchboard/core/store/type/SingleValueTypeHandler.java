package io.switchboard.core.store.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a public record with a single component as that component.
 *
 * @param <R> the record, for example {@code TicketId}
 */
final class SingleValueTypeHandler<R extends Record> extends BaseTypeHandler<R> {
    private final Class<?> component;
    private final MethodHandle make;
    private final MethodHandle value;

    SingleValueTypeHandler(Class<R> type) {
        RecordComponent only = type.getRecordComponents()[0];
        this.component = only.getType();
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            this.make = lookup.findConstructor(type, MethodType.methodType(void.class, component))
                    .asType(MethodType.methodType(Object.class, Object.class));
            this.value = lookup.unreflect(only.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(type.getName() + " must be public", hidden);
        }
    }

    /** Tells whether a type is such a record: public, of the API, with one component of type UUID or String. */
    static boolean fits(Class<?> type) {
        if (!type.isRecord() || !type.getName().startsWith("io.switchboard.api.")) {
            return false;
        }
        RecordComponent[] components = type.getRecordComponents();
        return components.length == 1
                && (components[0].getType() == UUID.class || components[0].getType() == String.class);
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, R record, @Nullable JdbcType type)
            throws SQLException {
        statement.setObject(index, call(value, record));
    }

    @Override
    public @Nullable R getNullableResult(ResultSet results, String column) throws SQLException {
        return record(results.getObject(column, component));
    }

    @Override
    public @Nullable R getNullableResult(ResultSet results, int column) throws SQLException {
        return record(results.getObject(column, component));
    }

    @Override
    public @Nullable R getNullableResult(CallableStatement call, int column) throws SQLException {
        return record(call.getObject(column, component));
    }

    @SuppressWarnings("unchecked")
    private @Nullable R record(@Nullable Object stored) throws SQLException {
        return stored == null ? null : (R) call(make, stored);
    }

    private static Object call(MethodHandle handle, Object argument) throws SQLException {
        try {
            return handle.invokeExact(argument);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable failed) {
            throw new SQLException(failed);
        }
    }
}
