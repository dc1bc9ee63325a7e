package io.switchboard.core.plugins;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.plugins.PluginRevision.Overtaken;
import io.switchboard.core.plugins.PluginRuntime.Content;
import io.switchboard.core.plugins.PluginRuntime.Fit;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes what is installed, one change at a time: first in the framework, and when it runs there in the database. If the
 * server dies in between, the next start goes by the database, which has what was before. If another node changes something
 * meanwhile, this one takes that over first and then does its own change anew.
 */
@Component(service = Installation.class)
public final class Installation {
    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);
    private static final int TRIES = 10;
    private static final long NOTHING = -1;

    private final Transactions transactions;
    private final PluginStore plugins;
    private final StoredArchives archives;
    private final PluginRuntime runtime;
    private final AuditLog audit;
    private final PluginRevision revision;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile long followed = NOTHING;

    /** Makes it. */
    @Activate
    public Installation(
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference StoredArchives archives,
            @Reference PluginRuntime runtime,
            @Reference PluginRevision revision,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.archives = archives;
        this.runtime = runtime;
        this.audit = audit;
        this.revision = revision;
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
                    && runtime.running().containsKey(row.id()));
            if (same.isPresent()) {
                return same.get();
            }
            PersonId person = caller.person();
            PluginRow row = plan.row(origin, person == null ? null : person.toString(), now());
            keep(archive);
            bringUp(row, before);
            Object old = before.map(Installation::told).orElse(null);
            record(() -> {
                put(row);
                audit.record(caller, AuditKind.PLUGIN_INSTALLED, "plugin:" + row.id(), old, told(row));
            });
            LOG.info("Installed the plugin {} {}", row.id(), row.version());
            return row;
        });
    }

    /**
     * Adds an archive to what is installed without having it run, for {@link #reconcile} to do it together with others. A
     * plugin that an administrator has stopped stays so.
     */
    void add(Path file, Origin origin) {
        inTurn(() -> {
            long seen = revision.read();
            PluginPlan plan = examine(file);
            keep(plan.archive());
            boolean stopped = find(plan.archive().id())
                    .filter(before -> !before.enabled())
                    .isPresent();
            PluginRow row = plan.row(origin, null, now()).with(!stopped, null);
            return transactions.write(() -> {
                long counted = revision.advance(seen);
                put(row);
                return counted;
            });
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
        return alone(() -> {
            Optional<PluginRow> installed = find(id).filter(condition);
            if (installed.isEmpty()) {
                return false;
            }
            Object old = told(installed.get());
            runtime.remove(id);
            record(() -> {
                plugins.remove(id);
                audit.record(caller, AuditKind.PLUGIN_REMOVED, "plugin:" + id, old, null);
                plugins.removeUnusedArchives();
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
        return alone(() -> {
            PluginRow row = find(id).orElseThrow(() -> SwitchboardException.notFound("plugin"));
            String failure =
                    runtime.apply(List.of(content(row.with(enabled, null)))).get(id);
            PluginRow outcome = row.with(enabled, failure);
            record(() -> {
                plugins.put(outcome);
                audit.record(caller, AuditKind.PLUGIN_SWITCHED, "plugin:" + id, told(row), told(outcome));
            });
            if (failure != null) {
                throw Refusal.because("does not run: " + failure);
            }
            return outcome;
        });
    }

    /** Brings the framework to what the database says. A plugin that does not come up is left out and named. */
    void reconcile() {
        inTurn(() -> {
            takeOver();
            LOG.info("The plugins {} run", new TreeMap<>(runtime.running()));
            return true;
        });
    }

    /** Takes over what other nodes have changed, if they have. */
    void follow() {
        if (revision.read() != followed) {
            reconcile();
        }
    }

    private void takeOver() {
        long number = revision.read();
        List<PluginRow> rows = transactions.read(plugins::all);
        Set<String> wanted = rows.stream().map(PluginRow::id).collect(Collectors.toSet());
        runtime.present().stream().filter(id -> !wanted.contains(id)).forEach(runtime::remove);
        Map<Boolean, List<Content>> standing =
                rows.stream().map(Installation::content).collect(Collectors.partitioningBy(runtime::stands));
        standing.getOrDefault(true, List.of()).forEach(content -> runtime.configure(content.id()));
        Map<String, String> failures = runtime.apply(standing.getOrDefault(false, List.of()));
        if (!failures.isEmpty()) {
            transactions.write(() -> {
                failures.forEach(plugins::fail);
                return failures;
            });
        }
        followed = number;
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
        if (failure == null) {
            return;
        }
        if (before.isEmpty()) {
            runtime.remove(row.id());
        }
        if (revision.read() != followed) {
            throw new Overtaken(); // which may be why it does not run
        }
        record(plugins::removeUnusedArchives);
        throw Refusal.because("was taken back, since it does not run: " + failure);
    }

    /** Writes down a change that the framework has made already. */
    private void record(Runnable change) {
        long seen = followed;
        followed = transactions.write(() -> {
            long counted = revision.advance(seen);
            change.run();
            return counted;
        });
    }

    private void put(PluginRow row) {
        if (!archives.has(row.sha256())) {
            throw new Overtaken(); // another node has tidied up before this one said what it needs
        }
        plugins.put(row);
        plugins.removeUnusedArchives();
    }

    private Optional<PluginRow> find(String id) {
        return transactions.read(() -> plugins.find(id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<String, Object> told(PluginRow row) {
        return Map.of("version", row.version(), "sha256", row.sha256(), "enabled", row.enabled());
    }

    private static Content content(PluginRow row) {
        return new Content(row.id(), row.sha256(), row.enabled());
    }

    /** Makes a change on what there is now. If it breaks off, the framework is brought to what the database says. */
    private <T> T alone(Supplier<T> change) {
        return inTurn(() -> {
            if (revision.read() != followed) {
                takeOver();
            }
            try {
                return change.get();
            } catch (RuntimeException failure) {
                if (!(failure instanceof SwitchboardException refusal && refusal.code() == ErrorCode.PLUGIN_REFUSED)) {
                    followed = NOTHING;
                }
                throw failure;
            }
        });
    }

    private <T> T inTurn(Supplier<T> change) {
        turn.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return change.get();
                } catch (Overtaken overtaken) {
                    if (attempt == TRIES) {
                        throw new SwitchboardException(
                                ErrorCode.IN_USE, "Other nodes change the plugins all the time; try again", overtaken);
                    }
                }
            }
        } finally {
            turn.unlock();
        }
    }
}
