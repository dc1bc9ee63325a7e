package io.switchboard.core.plugins;

import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.plugins.signer.PluginSigners;
import io.switchboard.core.plugins.signer.TrustedSigners;
import io.switchboard.core.sockets.ExpectedPlugins;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.audit.SqlAuditStore;
import io.switchboard.core.store.extension.MigrationOutcome;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.plugin.SqlPluginStore;
import io.switchboard.core.store.plugin.SqlSignerStore;
import io.switchboard.core.store.plugin.SqlSnapshotStore;
import io.switchboard.core.store.setting.SqlSettingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A real framework without any bundle of the server, over a real database. */
final class PluginTestbed implements BeforeEachCallback, AfterEachCallback {
    private final StoreTestbed store = StoreTestbed.hsqldb();
    private final ExpectedPlugins expected = new ExpectedPlugins();
    private final Map<String, String> troubles = new HashMap<>();
    private Path data;
    private OfferedElsewhere elsewhere = new NoSites();
    private LeftOut leftOut;
    private LeftThreads leftThreads;
    private Framework framework;

    @Override
    public void beforeEach(ExtensionContext context) {
        try {
            data = Files.createTempDirectory("switchboard-data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        store.open();
        startFramework();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stopFramework();
        store.close();
    }

    /** Begins with an empty framework over the same database, as a restart does. */
    void restart() {
        stopFramework();
        startFramework();
    }

    /** Has a version of a plugin say that it cannot do its work. */
    void ail(String id, String version, String trouble) {
        troubles.put(id + " " + version, trouble);
    }

    /** Ends the framework while a plugin is being started, as a crash does. */
    void crashWhileStarting(String id, String sha256) {
        leftOut.begin(id, sha256);
        restart();
    }

    /** Begins anew in safe mode. */
    void restartInSafeMode() {
        restart();
        leftOut = new LeftOut(data, true);
    }

    ExpectedPlugins expected() {
        return expected;
    }

    Bundle plugin(String id) {
        return PluginBundle.find(framework.getBundleContext(), id).orElseThrow();
    }

    List<Bundle> bundles() {
        return List.of(framework.getBundleContext().getBundles());
    }

    PluginStore plugins() {
        return new SqlPluginStore(store.mappers());
    }

    StoreTestbed store() {
        return store;
    }

    OsgiRuntime runtime() {
        return new OsgiRuntime(
                framework.getBundleContext(),
                archives(),
                new ComponentWatch(new NoComponents(), new NoMigrations()),
                new NoSettings(),
                new NoMigrations(),
                new Said(),
                leftOut,
                leftThreads,
                elsewhere);
    }

    Snapshots snapshots() {
        return new Snapshots(store.transactions(), plugins(), new SqlSnapshotStore(store.mappers()));
    }

    /** What this node has of what is installed. Another one is another node over the same database. */
    InstalledPlugins installed() {
        return new InstalledPlugins(
                store.transactions(),
                plugins(),
                archives(),
                runtime(),
                revision(),
                snapshots(),
                audit(),
                leftOut,
                expected);
    }

    Installation installation(InstalledPlugins installed) {
        return new Installation(
                installed,
                plugins(),
                archives(),
                runtime(),
                signers(),
                new DistributionArchives(framework.getBundleContext()));
    }

    PluginSigners signers() {
        return new PluginSigners(store.transactions(), new SqlSignerStore(store.mappers()), trustedSigners(), audit());
    }

    TrustedSigners trustedSigners() {
        return new TrustedSigners(
                store.transactions(), new SqlSettingStore(store.transactions(), store.mappers()), audit());
    }

    EarlierPlugins earlier(InstalledPlugins installed) {
        return new EarlierPlugins(installed, snapshots(), plugins(), runtime(), audit());
    }

    LeftThreads leftThreads() {
        return leftThreads;
    }

    StoredArchives archives() {
        return new StoredArchives(store.transactions(), plugins());
    }

    /** Puts bytes that are no archive in the place of one that is kept. */
    void spoil(String sha256) {
        change("update plugin_archive set bytes = X'010203' where sha256 = ?", sha256);
    }

    /** Takes an archive away that is kept. */
    void lose(String sha256) {
        change("delete from plugin_archive where sha256 = ?", sha256);
    }

    private void change(String sql, String sha256) {
        try (Connection connection = store.database().openConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, sha256);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private AuditLog audit() {
        return new AuditLog(store.transactions(), new SqlAuditStore(store.mappers()), store.ids());
    }

    PluginRevision revision() {
        return new PluginRevision(new SqlSettingStore(store.transactions(), store.mappers()));
    }

    private void startFramework() {
        leftOut = new LeftOut(data, false);
        try {
            framework = ServiceLoader.load(FrameworkFactory.class)
                    .findFirst()
                    .orElseThrow()
                    .newFramework(Map.of(
                            Constants.FRAMEWORK_STORAGE,
                            Files.createTempDirectory("switchboard-framework").toString(),
                            Constants.FRAMEWORK_STORAGE_CLEAN,
                            Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                            Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                            "30"));
            framework.start();
        } catch (BundleException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        leftThreads = new LeftThreads(framework.getBundleContext());
        framework.getBundleContext().registerService(WeavingHook.class, new ExitWeaver(), null);
        PluginBoundary boundary = new PluginBoundary();
        framework.getBundleContext().registerService(ResolverHookFactory.class, boundary, null);
        framework.getBundleContext().registerService(CollisionHook.class, boundary, null);
    }

    private void stopFramework() {
        try {
            framework.stop();
            framework.waitForStop(20_000);
        } catch (BundleException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Said implements AskPlugin {
        @Override
        public Optional<String> trouble(String plugin) {
            return Optional.ofNullable(
                    troubles.get(plugin + " " + runtime().running().get(plugin)));
        }

        @Override
        public Optional<String> await(String plugin, long deadline) {
            return trouble(plugin);
        }
    }

    /** Has update sites offer something. */
    void offerElsewhere(OfferedElsewhere offered) {
        elsewhere = offered;
    }

    private static final class NoMigrations implements MigrationOutcome {
        @Override
        public Optional<String> failure(String plugin) {
            return Optional.empty();
        }

        @Override
        public List<String> objections(Bundle bundle) {
            return List.of();
        }

        @Override
        public List<String> pending(Bundle bundle) {
            return List.of();
        }
    }

    private static final class NoSettings implements ConfigureBundle {
        @Override
        public Form form(Bundle bundle) {
            return Form.NONE;
        }

        @Override
        public List<String> values(Bundle bundle, String setting) {
            return List.of();
        }

        @Override
        public void configure(Bundle bundle) {
            // Nothing is set.
        }

        @Override
        public void forget(Bundle bundle) {
            // Nothing was set.
        }
    }
}
