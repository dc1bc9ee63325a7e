package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.plugins.ConfigureBundle.Form;
import io.switchboard.core.plugins.DesiredPlan.Fresh;
import io.switchboard.core.plugins.PluginRuntime.Fit;
import io.switchboard.core.plugins.SetDifference.Change;
import io.switchboard.core.plugins.desired.DesiredPlugin;
import io.switchboard.core.plugins.desired.DesiredSource;
import io.switchboard.core.plugins.signer.SignerDemand;
import io.switchboard.core.plugins.signer.SignerStanding;
import io.switchboard.core.store.plugin.PluginRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out what moving to a desired set of plugins would do. All that is new is tried together, since it may need each other. */
@Component(service = DesiredPlans.class)
public final class DesiredPlans {
    private final Installation installation;
    private final DesiredArchives sources;
    private final PluginRuntime runtime;
    private final DesiredSettings settings;

    /** Makes it. */
    @Activate
    public DesiredPlans(
            @Reference Installation installation,
            @Reference DesiredArchives sources,
            @Reference PluginRuntime runtime,
            @Reference KeptSettings kept,
            @Reference PluginsFile file) {
        this(installation, sources, runtime, new DesiredSettings(file.data(), System::getenv, kept));
    }

    DesiredPlans(Installation installation, DesiredArchives sources, PluginRuntime runtime, DesiredSettings settings) {
        this.installation = installation;
        this.sources = sources;
        this.runtime = runtime;
        this.settings = settings;
    }

    /** Returns what it would do to what is installed. */
    DesiredPlan of(
            List<PluginRow> before, List<DesiredPlugin> wanted, Map<String, PluginArchive> fetched, Caller caller) {
        Map<String, PluginRow> present = before.stream().collect(Collectors.toMap(PluginRow::id, Function.identity()));
        List<PluginArchive> fresh = fetched.values().stream()
                .filter(archive -> !stands(present, archive))
                .toList();
        Draft draft = new Draft(present, runtime.examine(fresh), caller);
        wanted.forEach(plugin -> draft.add(plugin, Objects.requireNonNull(fetched.get(plugin.id()))));
        Set<String> ids = wanted.stream().map(DesiredPlugin::id).collect(Collectors.toSet());
        before.stream().filter(row -> !ids.contains(row.id())).forEach(row -> draft.leave(row, ids));
        return draft.plan(before);
    }

    private static boolean stands(Map<String, PluginRow> present, PluginArchive archive) {
        PluginRow row = present.get(archive.id());
        return row != null && row.sha256().equals(archive.sha256());
    }

    /** A plan as it grows. */
    private final class Draft {
        private final Map<String, PluginRow> present;
        private final Map<String, Fit> fits;
        private final Caller caller;
        private final List<PluginRow> rows = new ArrayList<>();
        private final List<Fresh> fresh = new ArrayList<>();
        private final Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
        private final List<String> reasons = new ArrayList<>();

        Draft(Map<String, PluginRow> present, Map<String, Fit> fits, Caller caller) {
            this.present = present;
            this.fits = fits;
            this.caller = caller;
        }

        void add(DesiredPlugin wanted, PluginArchive archive) {
            PluginRow before = present.get(wanted.id());
            Fit fit = fits.get(wanted.id());
            if (fit == null) {
                rows.add(Objects.requireNonNull(before).with(wanted.enabled(), null));
                set(wanted, runtime.form(wanted.id()));
                return;
            }
            SignerDemand demand = wanted.source() instanceof DesiredSource.Distribution
                    ? SignerDemand.NONE
                    : wanted.signer() == null ? SignerDemand.BOUND : SignerDemand.BIND_ANEW;
            SignerStanding signer = installation.standing(archive, before, demand);
            PluginPlan plan = PluginPlan.of(archive, fit, before == null ? null : before.version(), signer);
            plan.refusals().forEach(why -> reasons.add(wanted.id() + ": it " + why));
            fresh.add(new Fresh(archive, signer));
            rows.add(InstalledPlugins.by(
                    caller, plan.row(sources.origin(wanted, archive)).with(wanted.enabled(), null)));
            set(wanted, fit.form());
        }

        private void set(DesiredPlugin wanted, Form form) {
            Map<String, Object> values = wanted.settings();
            if (values == null) {
                return;
            }
            try {
                Map<String, Object> other = settings.check(wanted.id(), values, form.fields());
                if (other != null) {
                    changed.put(wanted.id(), other);
                }
            } catch (SwitchboardException wrong) {
                wrong.fields()
                        .forEach(field ->
                                reasons.add(wanted.id() + ": its setting " + field.field() + " " + field.message()));
            }
        }

        void leave(PluginRow row, Set<String> staying) {
            runtime.dependents(row.id()).stream()
                    .filter(id -> staying.contains(id) && !fits.containsKey(id))
                    .forEach(id -> reasons.add(row.id() + ": it is to be removed, but " + id + " needs it"));
        }

        DesiredPlan plan(List<PluginRow> before) {
            SetDifference sets = SetDifference.between(before, rows);
            Set<String> coming = sets.coming().stream().map(PluginRow::id).collect(Collectors.toSet());
            List<Change> all = new ArrayList<>(sets.changed());
            rows.stream()
                    .filter(row -> changed.containsKey(row.id()) && !coming.contains(row.id()))
                    .forEach(row -> all.add(new Change(row, row)));
            return new DesiredPlan(new SetDifference(sets.added(), sets.removed(), all), fresh, changed, reasons);
        }
    }
}
