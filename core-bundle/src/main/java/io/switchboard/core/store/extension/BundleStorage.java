package io.switchboard.core.store.extension;

import io.switchboard.api.storage.PluginStorage;
import io.switchboard.core.store.MyBatisTransactions;
import io.switchboard.core.store.type.StoreConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The storage of the bundle that uses it. */
@Component(service = PluginStorage.class, scope = ServiceScope.BUNDLE)
public final class BundleStorage implements PluginStorage {
    private static final int REMEMBERED_STATEMENTS = 2000;

    private final MyBatisTransactions transactions;
    private final String prefix;
    private final OwnTables tables;
    private final StoreConfiguration configuration;
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    /** Is made for each bundle that gets the service. */
    @Activate
    public BundleStorage(@Reference MyBatisTransactions transactions, ComponentContext context) {
        this(transactions, context.getUsingBundle().getSymbolicName());
    }

    BundleStorage(MyBatisTransactions transactions, String pluginId) {
        this.transactions = transactions;
        this.prefix = TablePrefix.of(pluginId);
        this.tables = new OwnTables(prefix);
        this.configuration = transactions.configuration(Map.of("prefix", prefix), this::check);
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return transactions.write(work);
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> work) {
        return transactions.read(work);
    }

    @Override
    public <M> M mapper(Class<M> mapper) {
        if (configuration.ensureMapper(mapper)) {
            checkFixedStatements();
        }
        return transactions.mapper(configuration, mapper);
    }

    private void checkFixedStatements() {
        List<?> statements = List.copyOf(configuration.getMappedStatements());
        for (Object statement : statements) {
            if (statement instanceof MappedStatement mapped && mapped.getSqlSource() instanceof RawSqlSource fixed) {
                check(fixed.getBoundSql(null).getSql());
            }
        }
    }

    private void check(String sql) {
        if (checked.contains(sql)) {
            return;
        }
        tables.check(sql);
        if (checked.size() < REMEMBERED_STATEMENTS) {
            checked.add(sql);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.afterCommit(action);
    }

    @Override
    public String tablePrefix() {
        return prefix;
    }
}
