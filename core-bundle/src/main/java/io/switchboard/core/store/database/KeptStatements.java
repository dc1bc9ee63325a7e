package io.switchboard.core.store.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection that keeps the statements which were closed on it and gives them out again: HSQLDB compiles a text
 * whenever it is prepared, which costs more than most statements do. The least recently used are let go of. A statement
 * that failed is not kept, and nobody gets one that somebody else still has.
 */
final class KeptStatements implements InvocationHandler {
    /** How many are kept for a connection. */
    static final int MOST = 96;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(MOST, 0.75f, true);

    private KeptStatements(Connection connection) {
        this.connection = connection;
    }

    /** Returns the connection as one that keeps its statements. */
    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                KeptStatements.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new KeptStatements(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
            return prepare(String.valueOf(arguments[0]));
        }
        if (method.getName().equals("close")) {
            clear();
        }
        return call(connection, method, arguments);
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement kept;
        synchronized (idle) {
            kept = idle.remove(sql);
        }
        PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
        return (PreparedStatement) Proxy.newProxyInstance(
                KeptStatements.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new Loan(sql, statement));
    }

    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement surplus;
        synchronized (idle) {
            surplus = idle.putIfAbsent(sql, statement) == null ? oldest() : statement;
        }
        if (surplus != null) {
            surplus.close();
        }
    }

    private @Nullable PreparedStatement oldest() {
        return idle.size() <= MOST ? null : idle.remove(idle.keySet().iterator().next());
    }

    private void clear() {
        synchronized (idle) {
            idle.clear();
        }
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }

    /** A statement as its borrower sees it, until it is closed. */
    private final class Loan implements InvocationHandler {
        private final String sql;
        private final PreparedStatement statement;
        private boolean failed;
        private boolean over;

        Loan(String sql, PreparedStatement statement) {
            this.sql = sql;
            this.statement = statement;
        }

        @Override
        public synchronized @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    end();
                    return null;
                }
                case "isClosed" -> {
                    return over || statement.isClosed();
                }
                default -> {
                    return use(method, arguments);
                }
            }
        }

        private @Nullable Object use(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            if (over) {
                throw new SQLException("This statement is closed");
            }
            try {
                return call(statement, method, arguments);
            } catch (Throwable failure) {
                failed = true;
                throw failure;
            }
        }

        private void end() throws SQLException {
            if (over) {
                return;
            }
            over = true;
            if (failed || connection.isClosed()) {
                statement.close();
            } else {
                giveBack(sql, statement);
            }
        }
    }
}
