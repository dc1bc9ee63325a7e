package io.switchboard.core.plugins;

import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.plugins.PluginRuntime.Fit;
import io.switchboard.core.plugins.signer.Claim;
import io.switchboard.core.plugins.signer.PluginSigners;
import io.switchboard.core.plugins.signer.Signer;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.plugins.signer.SignerStanding;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, upgrades, starts, stops and removes plugins, one change at a time, each whole or not at all. */
@Component(service = Installation.class)
public final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private static final Caller ITSELF = Caller.system("plugin-start");

    private final InstalledPlugins installed;
    private final PluginStore plugins;
    private final StoredArchives archives;
    private final PluginRuntime runtime;
    private final PluginSigners signers;
    private final DistributionArchives distribution;

    /** Makes it. */
    @Activate
    public Installation(
            @Reference InstalledPlugins installed,
            @Reference PluginStore plugins,
            @Reference StoredArchives archives,
            @Reference PluginRuntime runtime,
            @Reference PluginSigners signers,
            @Reference DistributionArchives distribution) {
        this.installed = installed;
        this.plugins = plugins;
        this.archives = archives;
        this.runtime = runtime;
        this.signers = signers;
        this.distribution = distribution;
    }

    /** Says what installing an archive would do, and changes nothing. */
    public PluginPlan plan(Path file, SignerDemand demand) {
        return installed.alone(() -> examine(file, demand));
    }

    /**
     * Installs an archive and has it run.
     *
     * @param caller who does it
     * @param demand what its signature must be
     * @throws io.switchboard.api.error.SwitchboardException with {@code plugin-refused} if it cannot be taken or does not
     *     come up; then everything is as before
     */
    public PluginRow install(Path file, Origin origin, Caller caller, SignerDemand demand) {
        return installed.alone(() -> {
            PluginPlan plan = examine(file, demand);
            if (!plan.refusals().isEmpty()) {
                throw Refusal.because(plan.refusals());
            }
            PluginArchive archive = plan.archive();
            Optional<PluginRow> before = installed.find(archive.id());
            Optional<PluginRow> same = before.filter(row -> row.sha256().equals(archive.sha256())
                    && row.enabled()
                    && runtime.running().containsKey(row.id()));
            if (same.isPresent()) {
                return same.get();
            }
            PluginRow row = InstalledPlugins.by(caller, plan.row(origin));
            keep(archive);
            installed.bringUp(row, before);
            installed.record(SnapshotCause.INSTALLED, row.id(), caller, () -> {
                installed.put(row);
                signers.bind(caller, row.id(), archive.signature().by(), plan.signer());
                installed.audit(caller, AuditKind.PLUGIN_INSTALLED, before.orElse(null), row, archive.signature());
            });
            LOG.info("Installed the plugin {} {}", row.id(), row.version());
            return row;
        });
    }

    /**
     * Adds an archive to what is installed without having it run, for it to be brought up together with others. A plugin
     * that an administrator has stopped stays so.
     */
    void add(Path file, Origin origin) {
        installed.postpone(() -> {
            PluginPlan plan = examine(file, SignerDemand.NONE);
            keep(plan.archive());
            boolean stopped = installed
                    .find(plan.archive().id())
                    .filter(before -> !before.enabled())
                    .isPresent();
            PluginRow row = InstalledPlugins.by(ITSELF, plan.row(origin)).with(!stopped, null);
            return () -> installed.put(row);
        });
    }

    /**
     * Removes a plugin; its settings and tables are kept for when it comes back.
     *
     * @return false if there is none, and nothing happened
     */
    public boolean remove(String id, Caller caller) {
        return remove(id, caller, row -> true);
    }

    /** Removes a plugin if what is installed under its id is what the condition says. */
    boolean remove(String id, Caller caller, Predicate<PluginRow> condition) {
        return installed.alone(() -> {
            Optional<PluginRow> present = installed.find(id).filter(condition);
            if (present.isEmpty()) {
                return false;
            }
            runtime.remove(id);
            installed.record(SnapshotCause.REMOVED, id, caller, () -> {
                plugins.remove(id);
                installed.audit(caller, AuditKind.PLUGIN_REMOVED, present.get(), null);
            });
            LOG.info("Removed the plugin {}", id);
            return true;
        });
    }

    /**
     * Has an installed plugin run, or lie still.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found} if there is none, with {@code
     *     plugin-refused} if it does not come up
     */
    public PluginRow enable(String id, boolean enabled, Caller caller) {
        return installed.alone(() -> {
            PluginRow row = installed.get(id);
            String failure = runtime.apply(List.of(installed.wanted(row.with(enabled, null))))
                    .get(id);
            PluginRow outcome = row.with(enabled, failure);
            SnapshotCause cause = enabled ? SnapshotCause.STARTED : SnapshotCause.STOPPED;
            installed.record(cause, id, caller, () -> {
                plugins.put(outcome);
                installed.audit(caller, AuditKind.PLUGIN_SWITCHED, row, outcome);
            });
            if (failure != null) {
                throw Refusal.because("does not run: " + failure);
            }
            return outcome;
        });
    }

    private PluginPlan examine(Path file, SignerDemand demand) {
        try {
            PluginArchive archive = ArchiveCheck.read(file);
            Fit fit = runtime.examine(archive);
            PluginRow present = installed.find(archive.id()).orElse(null);
            SignerStanding standing = standing(archive, present, demand);
            return PluginPlan.of(archive, fit, present == null ? null : present.version(), standing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Judges the signature of an archive that is to take the place of what is installed under its id, if anything is. */
    SignerStanding standing(PluginArchive archive, @Nullable PluginRow present, SignerDemand demand) {
        try {
            Signer signer = signers.isKnown(archive.id()) ? null : signerOf(present);
            Claim here = new Claim(signer, present == null ? distribution.vendorOf(archive.id()) : present.vendor());
            return signers.judge(archive.id(), new Claim(archive.signature().by(), archive.vendor()), here, demand);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was installed before signers were kept is bound to its signer, too. */
    private @Nullable Signer signerOf(@Nullable PluginRow present) throws IOException {
        if (present == null || !archives.has(present.sha256())) {
            return null;
        }
        Path copy = Files.createTempFile("plugin-", ".installed");
        try (InputStream bytes = archives.open(present.sha256())) {
            Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            return ArchiveSignature.read(copy).by();
        } finally {
            Files.delete(copy);
        }
    }

    private void keep(PluginArchive archive) {
        try {
            archives.keep(archive.file(), archive.sha256());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
