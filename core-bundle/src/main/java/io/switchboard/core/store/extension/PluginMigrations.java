package io.switchboard.core.store.extension;

import io.switchboard.core.store.Database;
import io.switchboard.core.store.migration.BundleMigrations;
import io.switchboard.core.store.migration.MigrationFile;
import io.switchboard.core.store.migration.Migrator;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.migration.MigrationException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the migrations of each bundle that has the manifest header {@code Switchboard-Migrations}, and then says so by
 * the condition {@code switchboard.storage.<Bundle-SymbolicName>}. A bundle whose migrations fail gets no condition, so
 * its components stay unsatisfied and the desk goes on.
 */
@Component(service = MigrationOutcome.class, immediate = true)
@SatisfyingConditionTarget("(osgi.condition.id=switchboard.database)")
public final class PluginMigrations
        implements BundleTrackerCustomizer<@Nullable ServiceRegistration<Condition>>, MigrationOutcome {
    private static final Logger LOG = LoggerFactory.getLogger(PluginMigrations.class);
    private static final String HEADER = "Switchboard-Migrations";
    private static final String CONDITION = "switchboard.storage.";

    private final BundleContext context;
    private final Database database;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final BundleTracker<@Nullable ServiceRegistration<Condition>> tracker;

    /** Begins to look at the bundles. */
    @Activate
    public PluginMigrations(BundleContext context, @Reference Database database) {
        this.context = context;
        this.database = database;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
        tracker.open();
    }

    @Override
    public @Nullable ServiceRegistration<Condition> addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        String folder = bundle.getHeaders("").get(HEADER);
        if (folder == null) {
            return null;
        }
        String pluginId = bundle.getSymbolicName();
        failures.remove(pluginId);
        try {
            migrate(database, pluginId, BundleMigrations.in(bundle, folder.strip()));
        } catch (SQLException | MigrationException | IllegalArgumentException failure) {
            LOG.error(
                    "The tables of the plugin {} could not be brought up to date; it does not start",
                    pluginId,
                    failure);
            failures.put(pluginId, firstLine(failure));
            return null;
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Condition.CONDITION_ID, CONDITION + pluginId);
        return context.registerService(Condition.class, Condition.INSTANCE, properties);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    @Override
    public Optional<String> failure(String plugin) {
        return Optional.ofNullable(failures.get(plugin));
    }

    @Override
    public List<String> objections(Bundle bundle) {
        String folder = bundle.getHeaders("").get(HEADER);
        if (folder == null) {
            return List.of();
        }
        try {
            List<MigrationFile> files = BundleMigrations.in(bundle, folder.strip());
            requireOwnTables(bundle.getSymbolicName(), files, migrator(database, bundle.getSymbolicName()));
            return AdditiveSteps.objections(files);
        } catch (IllegalArgumentException | UncheckedIOException unfit) {
            return List.of(firstLine(unfit));
        }
    }

    @Override
    public List<String> pending(Bundle bundle) {
        String folder = bundle.getHeaders("").get(HEADER);
        if (folder == null) {
            return List.of();
        }
        List<MigrationFile> files = BundleMigrations.in(bundle, folder.strip());
        try {
            return migrator(database, bundle.getSymbolicName()).pending(files).stream()
                    .map(step -> step.id() + " " + step.description())
                    .toList();
        } catch (SQLException failure) {
            throw new IllegalStateException("It cannot be said which migrations were applied", failure);
        }
    }

    /** Applies a plugin's migrations, none of which may touch a table that is not its own. */
    static void migrate(Database database, String pluginId, List<MigrationFile> files) throws SQLException {
        Migrator migrator = migrator(database, pluginId);
        requireOwnTables(pluginId, files, migrator);
        migrator.run(files);
    }

    private static Migrator migrator(Database database, String pluginId) {
        String prefix = TablePrefix.of(pluginId);
        return new Migrator(database, prefix + "changelog", Map.of("prefix", prefix));
    }

    private static void requireOwnTables(String pluginId, List<MigrationFile> files, Migrator migrator) {
        OwnTables tables = new OwnTables(TablePrefix.of(pluginId));
        files.stream()
                .flatMap(file -> file.steps().stream())
                .forEach(step -> tables.check(migrator.substitute(step.statement())));
    }

    @Override
    public void modifiedBundle(
            Bundle bundle, @Nullable BundleEvent event, @Nullable ServiceRegistration<Condition> condition) {
        // Between starting and active nothing changes for its tables.
    }

    @Override
    public void removedBundle(
            Bundle bundle, @Nullable BundleEvent event, @Nullable ServiceRegistration<Condition> condition) {
        failures.remove(bundle.getSymbolicName());
        if (condition != null) {
            condition.unregister();
        }
    }

    /** Withdraws the conditions. */
    @Deactivate
    public void stop() {
        tracker.close();
    }
}
