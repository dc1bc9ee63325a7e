package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.grants.PluginGrants;
import io.switchboard.core.plugins.desired.DesiredFile;
import io.switchboard.core.plugins.desired.DesiredPlugin;
import io.switchboard.core.plugins.signer.PluginSigners;
import io.switchboard.core.store.plugin.PluginStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has exactly the plugins installed that a file names, set as it says, all of it or nothing. */
@Component(service = MoveToDesired.class)
public final class MoveToDesired {
    private static final Caller FILE = Caller.system(DesiredFile.NAME);

    private final InstalledPlugins installed;
    private final PluginStore plugins;
    private final DesiredArchives sources;
    private final DesiredPlans plans;
    private final PluginRuntime runtime;
    private final StoredArchives archives;
    private final KeptSettings kept;
    private final PluginSigners signers;
    private final PluginGrants grants;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public MoveToDesired(
            @Reference InstalledPlugins installed,
            @Reference PluginStore plugins,
            @Reference DesiredArchives sources,
            @Reference DesiredPlans plans,
            @Reference PluginRuntime runtime,
            @Reference StoredArchives archives,
            @Reference KeptSettings kept,
            @Reference PluginSigners signers,
            @Reference PluginGrants grants,
            @Reference AuditLog audit) {
        this.installed = installed;
        this.plugins = plugins;
        this.sources = sources;
        this.plans = plans;
        this.runtime = runtime;
        this.archives = archives;
        this.kept = kept;
        this.signers = signers;
        this.grants = grants;
        this.audit = audit;
    }

    /**
     * Moves there.
     *
     * @return whether anything had to be changed
     * @throws SwitchboardException with {@code plugin-refused} that names every reason; then everything is as before
     */
    boolean handle(List<DesiredPlugin> wanted) throws IOException {
        Path folder = Files.createTempDirectory("switchboard-plugins-");
        try {
            Map<String, PluginArchive> fetched = fetch(wanted, folder);
            DesiredPlan carriedOut = installed.alone(() -> move(wanted, fetched));
            carriedOut.difference().removed().forEach(row -> grants.forget(row.id()));
            carriedOut.difference().coming().forEach(row -> installed.forgive(row.id()));
            return !carriedOut.difference().isEmpty();
        } finally {
            for (DesiredPlugin plugin : wanted) {
                Files.deleteIfExists(folder.resolve(plugin.id() + ".jar"));
            }
            Files.delete(folder);
        }
    }

    private Map<String, PluginArchive> fetch(List<DesiredPlugin> wanted, Path folder) {
        Map<String, PluginArchive> fetched = new LinkedHashMap<>();
        List<String> reasons = new ArrayList<>();
        for (DesiredPlugin plugin : wanted) {
            try {
                fetched.put(plugin.id(), sources.fetch(plugin, folder));
            } catch (IOException | SwitchboardException missing) {
                reasons.add(plugin.id() + ": " + missing.getMessage());
            }
        }
        refuse(reasons);
        return fetched;
    }

    private DesiredPlan move(List<DesiredPlugin> wanted, Map<String, PluginArchive> fetched) {
        DesiredPlan plan = plans.of(installed.all(), wanted, fetched, FILE);
        refuse(plan.reasons());
        SetDifference difference = plan.difference();
        if (difference.isEmpty()) {
            return plan;
        }
        plan.fresh().forEach(one -> keep(one.archive()));
        Map<String, String> failures =
                kept.trying(plan.settings(), () -> new SetExchange(runtime, difference, installed::wanted).carryOut());
        if (!failures.isEmpty()) {
            installed.requireNobodyElse();
            installed.distrust(); // which hands the settings that are kept to what runs again
            refuse(failures.entrySet().stream()
                    .map(failure -> failure.getKey() + ": " + failure.getValue())
                    .toList());
        }
        installed.record(SnapshotCause.DESIRED, null, FILE, () -> record(plan));
        return plan;
    }

    private void record(DesiredPlan plan) {
        SetDifference difference = plan.difference();
        difference.coming().forEach(installed::put);
        difference.removed().forEach(row -> plugins.remove(row.id()));
        plan.fresh()
                .forEach(one -> signers.bind(
                        FILE, one.archive().id(), one.archive().signature().by(), one.signer()));
        plan.settings().forEach(this::save);
        audit.record(
                FILE,
                AuditKind.PLUGIN_SET_DESIRED,
                "file:" + DesiredFile.NAME,
                SetDifference.versions(difference.leaving()),
                SetDifference.versions(difference.coming()));
    }

    private void save(String plugin, Map<String, Object> settings) {
        KeptSettings.Kept before = kept.load(plugin);
        kept.save(plugin, settings, before.version(), FILE);
        audit.record(
                FILE,
                AuditKind.PLUGIN_CONFIGURED,
                "plugin:" + plugin,
                PluginSettings.open(before.values()),
                PluginSettings.open(settings));
    }

    private void keep(PluginArchive archive) {
        try {
            archives.keep(archive.file(), archive.sha256());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void refuse(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw Refusal.of(
                    DesiredFile.NAME + " is not carried out, and nothing has changed. " + String.join("; ", reasons),
                    reasons);
        }
    }
}
