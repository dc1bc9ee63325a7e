package io.switchboard.core.store.type;

import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;

/**
 * The MyBatis configuration of one bundle: no caches, rows are records, mappers are added when they are first asked
 * for. Every statement passes the listener before it runs.
 */
public final class StoreConfiguration extends Configuration {
    private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();
    private final Consumer<String> listener;
    private final RecordRows records = new RecordRows(getTypeHandlerRegistry());

    /**
     * Makes the configuration.
     *
     * @param environment gives the transactions; its data source is not used
     * @param databaseId which variants of statements count
     * @param variables what {@code ${...}} stands for when a mapper is read
     * @param statementSeconds how long a statement may run; 0 leaves it to the server
     * @param listener gets the text of each statement and may refuse it by throwing
     */
    public StoreConfiguration(
            Environment environment,
            String databaseId,
            Map<String, String> variables,
            int statementSeconds,
            Consumer<String> listener) {
        super(environment);
        this.listener = listener;
        setDatabaseId(databaseId);
        setCacheEnabled(false);
        setLocalCacheScope(LocalCacheScope.STATEMENT);
        setDefaultExecutorType(ExecutorType.REUSE);
        setMapUnderscoreToCamelCase(true);
        setArgNameBasedConstructorAutoMapping(true);
        if (statementSeconds > 0) {
            setDefaultStatementTimeout(statementSeconds);
        }
        setDefaultEnumTypeHandler(EnumTypeHandler.class);
        getTypeHandlerRegistry().register(Instant.class, new InstantTypeHandler());
        getTypeHandlerRegistry().register(UUID.class, new UuidTypeHandler());
        Properties properties = new Properties();
        properties.putAll(variables);
        setVariables(properties);
    }

    /**
     * Adds a mapper unless it is there already.
     *
     * @return true if it was added
     */
    public boolean ensureMapper(Class<?> mapper) {
        if (known.contains(mapper)) {
            return false;
        }
        synchronized (known) {
            if (known.contains(mapper)) {
                return false;
            }
            new MappedTypes(getTypeHandlerRegistry()).register(mapper);
            addWithItsClassLoader(mapper);
            known.add(mapper);
            return true;
        }
    }

    /** MyBatis finds the classes that an XML file names by the thread's loader; another bundle's it could not see. */
    private void addWithItsClassLoader(Class<?> mapper) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(mapper.getClassLoader());
        try {
            addMapper(mapper);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public StatementHandler newStatementHandler(
            Executor executor,
            MappedStatement statement,
            Object parameter,
            RowBounds bounds,
            ResultHandler handler,
            BoundSql sql) {
        StatementHandler made = super.newStatementHandler(executor, statement, parameter, bounds, handler, sql);
        listener.accept(made.getBoundSql().getSql());
        return made;
    }

    @Override
    public ResultSetHandler newResultSetHandler(
            Executor executor,
            MappedStatement statement,
            RowBounds bounds,
            ParameterHandler parameters,
            ResultHandler handler,
            BoundSql sql) {
        return records.handler(
                statement,
                bounds,
                handler,
                super.newResultSetHandler(executor, statement, bounds, parameters, handler, sql));
    }
}
