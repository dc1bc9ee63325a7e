package io.switchboard.core.store.migration;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.StartRefusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.migration.MigrationException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;

/**
 * Brings the core's tables up to date and then says so by two conditions: {@code switchboard.database}, for whatever
 * uses the database, and {@code switchboard.node} if this is to become a node that serves. Once that is admitted, {@code
 * switchboard.server} follows, for whatever works by itself (dispatchers, timers, channels) and must rest while a command
 * such as a backup runs. A restore finds an untouched database instead.
 */
@Component(
        service = {},
        immediate = true)
public final class CoreMigrations {
    /** The folder of the core's migrations inside its bundle. */
    public static final String FOLDER = "/io/switchboard/core/store/migrations";

    /** The table that holds which of the core's steps were applied. */
    public static final String CHANGELOG = "changelog";

    /** A table that is there while a restore is not complete. */
    public static final String UNFINISHED_RESTORE = "restore_unfinished";

    private final List<ServiceRegistration<Condition>> conditions = new ArrayList<>();

    /** Migrates. */
    @Activate
    public CoreMigrations(BundleContext context, @Reference Database database) {
        if ("restore".equals(context.getProperty("switchboard.command"))) {
            return;
        }
        try {
            requireNoUnfinishedRestore(database);
            new Migrator(database, CHANGELOG, Map.of()).run(BundleMigrations.in(context.getBundle(), FOLDER));
        } catch (SQLException | MigrationException failure) {
            StartRefusal.report(context, "The database could not be brought to this version: " + failure.getMessage());
            throw new IllegalStateException("The database could not be brought to this version", failure);
        }
        conditions.add(register(context, "switchboard.database"));
        if (!"command".equals(context.getProperty("switchboard.mode"))) {
            conditions.add(register(context, "switchboard.node"));
        }
    }

    private static void requireNoUnfinishedRestore(Database database) throws SQLException {
        try (Connection connection = database.openConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(UNFINISHED_RESTORE)) {
                    throw new SQLException("a restore has broken off; empty the database and restore again");
                }
            }
        }
    }

    private static ServiceRegistration<Condition> register(BundleContext context, String id) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, id);
        return context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    /** Withdraws the conditions, so that everything that uses the database stops before it closes. */
    @Deactivate
    public void stop() {
        conditions.forEach(ServiceRegistration::unregister);
    }
}
