package io.switchboard.core.store.type;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an enum by the name that it has in the API: what its method {@code id()} returns, else its name in lower case.
 *
 * @param <E> the enum
 */
public final class EnumTypeHandler<E extends Enum<E>> extends BaseTypeHandler<E> {
    private final Class<E> type;
    private final Map<String, E> constants = new HashMap<>();
    private final Map<E, String> ids = new HashMap<>();

    /** Is called by MyBatis for each enum that a mapper uses. */
    public EnumTypeHandler(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            String id = id(constant);
            constants.put(id, constant);
            ids.put(constant, id);
        }
    }

    private String id(E constant) {
        try {
            Method method = type.getMethod("id");
            method.setAccessible(true);
            return String.valueOf(method.invoke(constant));
        } catch (NoSuchMethodException hasNone) {
            return constant.name().toLowerCase(Locale.ROOT);
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException("cannot ask " + type.getName() + " for its id", failed);
        }
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, E value, @Nullable JdbcType jdbcType)
            throws SQLException {
        statement.setString(index, ids.get(value));
    }

    @Override
    public @Nullable E getNullableResult(ResultSet results, String column) throws SQLException {
        return constant(results.getString(column));
    }

    @Override
    public @Nullable E getNullableResult(ResultSet results, int column) throws SQLException {
        return constant(results.getString(column));
    }

    @Override
    public @Nullable E getNullableResult(CallableStatement call, int column) throws SQLException {
        return constant(call.getString(column));
    }

    private @Nullable E constant(@Nullable String id) throws SQLException {
        if (id == null) {
            return null;
        }
        E constant = constants.get(id);
        if (constant == null) {
            throw new SQLException("no " + type.getSimpleName() + " is called '" + id + "'");
        }
        return constant;
    }
}
