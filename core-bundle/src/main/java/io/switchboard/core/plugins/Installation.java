package io.switchboard.core.plugins;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.plugins.PluginRuntime.Content;
import io.switchboard.core.plugins.PluginRuntime.Fit;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes what is installed, one change at a time: first in the framework, and when it runs there in the database. If the
 * server dies in between, the next start goes by the database, which has what was before.
 */
@Component(service = Installation.class)
public final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final Transactions transactions;
    private final PluginStore plugins;
    private final StoredArchives archives;
    private final PluginRuntime runtime;
    private final AuditLog audit;
    private final Clock clock = Clock.systemUTC();
    private final ReentrantLock turn = new ReentrantLock();

    /** Makes it. */
    @Activate
    public Installation(
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference StoredArchives archives,
            @Reference PluginRuntime runtime,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.archives = archives;
        this.runtime = runtime;
        this.audit = audit;
    }

    /** Says what installing an archive would do, and changes nothing. */
    public PluginPlan plan(Path file) {
        return alone(() -> examine(file));
    }

    /**
     * Installs an archive and has it run.
     *
     * @param caller who does it
     * @throws io.switchboard.api.error.SwitchboardException with {@code plugin-refused} if it cannot be taken or does not
     *     come up; then everything is as before
     */
    public PluginRow install(Path file, Origin origin, Caller caller) {
        return alone(() -> {
            PluginPlan plan = examine(file);
            if (!plan.refusals().isEmpty()) {
                throw Refusal.because(plan.refusals());
            }
            PluginArchive archive = plan.archive();
            Optional<PluginRow> before = find(archive.id());
            Optional<PluginRow> same = before.filter(row -> row.sha256().equals(archive.sha256())
                    && row.enabled()
                    && runtime.running().contains(row.id()));
            if (same.isPresent()) {
                return same.get();
            }
            PersonId person = caller.person();
            PluginRow row = row(plan, origin, person == null ? null : person.toString());
            keep(archive);
            bringUp(row, before);
            record(row, before, caller);
            LOG.info("Installed the plugin {} {}", row.id(), row.version());
            return row;
        });
    }

    /**
     * Adds an archive to what is installed without having it run, for {@link #reconcile} to do it together with others. A
     * plugin that an administrator has stopped stays so.
     */
    void add(Path file, Origin origin) {
        alone(() -> {
            PluginPlan plan = examine(file);
            keep(plan.archive());
            boolean stopped = find(plan.archive().id())
                    .filter(before -> !before.enabled())
                    .isPresent();
            PluginRow row = withState(row(plan, origin, null), !stopped, null);
            transactions.write(() -> {
                plugins.put(row);
                plugins.removeUnusedArchives();
                return row;
            });
            return row;
        });
    }

    /** Removes a plugin; its settings and tables are kept for when it comes back. Nothing happens if there is none. */
    public void remove(String id, Caller caller) {
        alone(() -> {
            runtime.remove(id);
            transactions.write(() -> {
                Object old = plugins.find(id).map(Installation::told).orElse(null);
                plugins.remove(id);
                audit.record(caller, AuditKind.PLUGIN_REMOVED, "plugin:" + id, old, null);
                plugins.removeUnusedArchives();
                return id;
            });
            LOG.info("Removed the plugin {}", id);
            return id;
        });
    }

    /**
     * Has an installed plugin run, or lie still.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code plugin-refused} if it does not come up
     */
    public PluginRow enable(PluginRow row, boolean enabled, Caller caller) {
        return alone(() -> {
            PluginRow changed = withState(row, enabled, null);
            Map<String, String> failures = runtime.apply(List.of(content(changed)));
            PluginRow outcome = withState(row, enabled, failures.get(row.id()));
            transactions.write(() -> {
                plugins.put(outcome);
                audit.record(caller, AuditKind.PLUGIN_SWITCHED, "plugin:" + row.id(), told(row), told(outcome));
                return outcome;
            });
            if (!failures.isEmpty()) {
                throw Refusal.because("does not run: " + failures.get(row.id()));
            }
            return outcome;
        });
    }

    /** Brings the framework to what the database says. A plugin that does not come up is left out and named. */
    void reconcile() {
        alone(() -> {
            List<PluginRow> rows = transactions.read(plugins::all);
            Set<String> wanted = rows.stream().map(PluginRow::id).collect(Collectors.toSet());
            runtime.present().stream().filter(id -> !wanted.contains(id)).forEach(runtime::remove);
            Map<String, String> failures =
                    runtime.apply(rows.stream().map(Installation::content).toList());
            transactions.write(() -> {
                rows.forEach(row -> plugins.fail(row.id(), failures.get(row.id())));
                return rows;
            });
            LOG.info("{} of {} plugins run", runtime.running().size(), rows.size());
            return rows;
        });
    }

    private PluginPlan examine(Path file) {
        try {
            PluginArchive archive = ArchiveCheck.read(file);
            Fit fit = runtime.examine(archive);
            String replaces = find(archive.id()).map(PluginRow::version).orElse(null);
            return new PluginPlan(archive, List.copyOf(fit.sockets()), replaces, fit.refusals(), fit.notes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void keep(PluginArchive archive) {
        try {
            archives.keep(archive.file(), archive.sha256());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void bringUp(PluginRow row, Optional<PluginRow> before) {
        String failure = runtime.apply(List.of(content(row))).get(row.id());
        if (failure != null) {
            if (before.isEmpty()) {
                runtime.remove(row.id());
            }
            archives.tidy();
            throw Refusal.because("was taken back, since it does not run: " + failure);
        }
    }

    private void record(PluginRow row, Optional<PluginRow> before, Caller caller) {
        try {
            transactions.write(() -> {
                plugins.put(row);
                Object old = before.map(Installation::told).orElse(null);
                audit.record(caller, AuditKind.PLUGIN_INSTALLED, "plugin:" + row.id(), old, told(row));
                plugins.removeUnusedArchives();
                return row;
            });
        } catch (RuntimeException notRecorded) {
            before.ifPresentOrElse(old -> runtime.apply(List.of(content(old))), () -> runtime.remove(row.id()));
            throw notRecorded;
        }
    }

    private Optional<PluginRow> find(String id) {
        return transactions.read(() -> plugins.find(id));
    }

    private PluginRow row(PluginPlan plan, Origin origin, @Nullable String by) {
        PluginArchive archive = plan.archive();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new PluginRow(
                archive.id(),
                archive.version().toString(),
                archive.name(),
                archive.vendor(),
                archive.license(),
                archive.description(),
                Json.write(plan.sockets()),
                archive.sha256(),
                archive.size(),
                origin.id(),
                true,
                null,
                by,
                now);
    }

    private static PluginRow withState(PluginRow row, boolean enabled, @Nullable String failure) {
        return new PluginRow(
                row.id(),
                row.version(),
                row.name(),
                row.vendor(),
                row.license(),
                row.description(),
                row.sockets(),
                row.sha256(),
                row.size(),
                row.origin(),
                enabled,
                failure,
                row.installedBy(),
                row.installedAt());
    }

    private static Map<String, Object> told(PluginRow row) {
        return Map.of("version", row.version(), "sha256", row.sha256(), "enabled", row.enabled());
    }

    private static Content content(PluginRow row) {
        return new Content(row.id(), row.sha256(), row.enabled());
    }

    private <T> T alone(Supplier<T> change) {
        turn.lock();
        try {
            return change.get();
        } finally {
            turn.unlock();
        }
    }
}
