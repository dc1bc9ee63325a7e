package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes back to what was installed before, whole or not at all. Settings, rights and tables stay as they are. */
@Component(service = EarlierPlugins.class)
public final class EarlierPlugins {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierPlugins.class);

    private final InstalledPlugins installed;
    private final Snapshots snapshots;
    private final PluginStore plugins;
    private final PluginRuntime runtime;
    private final AuditLog audit;

    /** Makes it. */
    @Activate
    public EarlierPlugins(
            @Reference InstalledPlugins installed,
            @Reference Snapshots snapshots,
            @Reference PluginStore plugins,
            @Reference PluginRuntime runtime,
            @Reference AuditLog audit) {
        this.installed = installed;
        this.snapshots = snapshots;
        this.plugins = plugins;
        this.runtime = runtime;
        this.audit = audit;
    }

    /**
     * Has the version of a plugin run that was there before; one that lies still stays so.
     *
     * @throws SwitchboardException with {@code not-found} if there is no such plugin, with {@code plugin-refused} if no
     *     earlier version is kept, or it does not come up
     */
    PluginRow rollBack(String id, Caller caller) {
        return installed.alone(() -> {
            PluginRow present = installed.get(id);
            PluginRow earlier = snapshots
                    .before(present)
                    .orElseThrow(() -> Refusal.because("has no version before " + present.version() + " in the last "
                            + Snapshots.KEPT + " snapshots; install the one that you want"));
            PluginRow row = InstalledPlugins.by(caller, earlier.with(present.enabled(), null));
            installed.bringUp(row, Optional.of(present));
            installed.record(SnapshotCause.ROLLED_BACK, id, caller, () -> {
                installed.put(row);
                installed.audit(caller, AuditKind.PLUGIN_SWITCHED, present, row);
            });
            LOG.info("Rolled the plugin {} back from {} to {}", id, present.version(), row.version());
            return row;
        });
    }

    /**
     * Has exactly the plugins of a snapshot there, each running or lying still as it did then.
     *
     * @return what was changed; nothing if it stood so already
     * @throws SwitchboardException with {@code not-found} if there is no such snapshot, with {@code plugin-refused} if a
     *     plugin of it does not come up
     */
    SetDifference restore(long number, Caller caller) {
        return installed.alone(() -> {
            snapshots.find(number);
            SetDifference difference = SetDifference.between(installed.all(), snapshots.plugins(number));
            if (difference.isEmpty()) {
                return difference;
            }
            Map<String, String> failures = new SetExchange(runtime, difference, installed::wanted).carryOut();
            if (!failures.isEmpty()) {
                throw notWhole(number, failures);
            }
            installed.record(SnapshotCause.RESTORED, null, caller, () -> {
                difference.coming().forEach(row -> installed.put(InstalledPlugins.by(caller, row)));
                difference.removed().forEach(row -> plugins.remove(row.id()));
                audit.record(
                        caller,
                        AuditKind.PLUGIN_SET_RESTORED,
                        "plugin-snapshot:" + number,
                        SetDifference.versions(difference.leaving()),
                        SetDifference.versions(difference.coming()));
            });
            difference.coming().forEach(row -> installed.forgive(row.id()));
            LOG.info("Went back to the plugins of snapshot {}", number);
            return difference;
        });
    }

    private SwitchboardException notWhole(long number, Map<String, String> failures) {
        installed.requireNobodyElse();
        installed.distrust();
        List<String> reasons = new ArrayList<>();
        failures.forEach((id, failure) -> reasons.add(id + ": " + failure));
        return Refusal.of(
                "Snapshot " + number + " does not come up, so what ran before runs again. "
                        + String.join("; ", reasons),
                reasons);
    }
}
