package io.switchboard.core.plugins;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.plugins.PluginRevision.Overtaken;
import io.switchboard.core.plugins.PluginRuntime.Content;
import io.switchboard.core.sockets.ExpectedPlugins;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is installed: the database says it, and the framework of this node follows. A change is made in the framework first,
 * and when it runs there in the database. If the server dies in between, the next start goes by the database, which has what
 * was before. If another node changes something meanwhile, this one takes that over first and then does its own change anew.
 */
@Component(service = InstalledPlugins.class)
public final class InstalledPlugins {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledPlugins.class);

    private final Transactions transactions;
    private final PluginStore plugins;
    private final StoredArchives archives;
    private final PluginRuntime runtime;
    private final Snapshots snapshots;
    private final AuditLog audit;
    private final LeftOut leftOut;
    private final ExpectedPlugins expected;
    private final ChangeTurn turn;

    /** Makes it. */
    @Activate
    public InstalledPlugins(
            @Reference Transactions transactions,
            @Reference PluginStore plugins,
            @Reference StoredArchives archives,
            @Reference PluginRuntime runtime,
            @Reference PluginRevision revision,
            @Reference Snapshots snapshots,
            @Reference AuditLog audit,
            @Reference LeftOut leftOut,
            @Reference ExpectedPlugins expected) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.archives = archives;
        this.runtime = runtime;
        this.snapshots = snapshots;
        this.audit = audit;
        this.leftOut = leftOut;
        this.expected = expected;
        this.turn = new ChangeTurn(transactions, revision);
    }

    /** Makes a change on what there is now. If it breaks off, the framework is brought to what the database says. */
    <T> T alone(Supplier<T> change) {
        return turn.alone(this::takeOver, change);
    }

    /** Writes down a change that is for {@link #reconcile} to make, and for {@link #note} to make a snapshot of. */
    void postpone(Supplier<Runnable> change) {
        turn.take(() -> {
            long seen = turn.latest();
            Runnable rows = change.get();
            return turn.count(seen, number -> {
                rows.run();
                plugins.removeUnusedArchives();
            });
        });
    }

    /** Brings the framework to what the database says. A plugin that does not come up is left out and named. */
    void reconcile() {
        turn.take(() -> {
            takeOver();
            LOG.info("The plugins {} run", new TreeMap<>(runtime.running()));
            return true;
        });
    }

    /** Takes over what other nodes have changed, if they have. */
    void follow() {
        if (turn.isBehind()) {
            reconcile();
        }
    }

    /** Makes a snapshot if what is installed is another set than that of the newest. */
    void note(SnapshotCause cause, Caller caller) {
        turn.take(() -> {
            long seen = turn.latest();
            boolean inStep = !turn.isBehind();
            if (snapshots.areUpToDate()) {
                return seen;
            }
            long counted = turn.count(seen, number -> snapshots.keep(number, cause, null, caller));
            if (inStep) {
                turn.followed(counted);
            }
            return counted;
        });
    }

    private void takeOver() {
        long number = turn.latest();
        List<PluginRow> rows = all();
        expect(rows);
        Set<String> wanted = rows.stream().map(PluginRow::id).collect(Collectors.toSet());
        runtime.present().stream().filter(id -> !wanted.contains(id)).forEach(runtime::remove);
        Map<Boolean, List<Content>> standing =
                rows.stream().map(this::possible).collect(Collectors.partitioningBy(runtime::stands));
        standing.getOrDefault(true, List.of()).forEach(content -> runtime.configure(content.id()));
        Map<String, String> failures = new TreeMap<>(runtime.apply(standing.getOrDefault(false, List.of())));
        rows.stream()
                .filter(PluginRow::enabled)
                .forEach(row -> leftOut.reason(row.id(), row.sha256()).ifPresent(why -> failures.put(row.id(), why)));
        if (!failures.isEmpty()) {
            transactions.write(() -> {
                failures.forEach(plugins::fail);
                return failures;
            });
        }
        turn.followed(number);
    }

    private void expect(List<PluginRow> rows) {
        expected.expect(rows.stream()
                .filter(PluginRow::enabled)
                .collect(Collectors.toMap(PluginRow::id, row -> Json.read(row.sockets(), new TypeReference<>() {}))));
    }

    /** Returns what the framework is to have of a plugin when nobody asks for it: what is left out lies still. */
    private Content possible(PluginRow row) {
        return leftOut.reason(row.id(), row.sha256()).isPresent() ? wanted(row).resting() : wanted(row);
    }

    /** Returns what the framework is to have of a plugin: in safe mode all lie still. */
    Content wanted(PluginRow row) {
        Content content = Content.of(row);
        return leftOut.isSafeMode() ? content.resting() : content;
    }

    /** Returns all plugins in the order of their ids. */
    List<PluginRow> all() {
        return transactions.read(plugins::all);
    }

    /** Returns a plugin, or nothing. */
    Optional<PluginRow> find(String id) {
        return transactions.read(() -> plugins.find(id));
    }

    /**
     * Returns a plugin.
     *
     * @throws SwitchboardException with {@code not-found} if there is none
     */
    PluginRow get(String id) {
        return find(id).orElseThrow(() -> SwitchboardException.notFound("plugin"));
    }

    /**
     * Has a plugin run in the place of what was before.
     *
     * @throws SwitchboardException with {@code plugin-refused} if it does not come up; then what was before runs again
     */
    void bringUp(PluginRow row, Optional<PluginRow> before) {
        String failure = runtime.apply(List.of(wanted(row))).get(row.id());
        if (failure == null) {
            return;
        }
        if (before.isEmpty()) {
            runtime.remove(row.id());
        }
        requireNobodyElse();
        turn.record(number -> plugins.removeUnusedArchives());
        throw Refusal.because("was taken back, since it does not run: " + failure);
    }

    /** Begins anew if another node has changed something, which may be why a plugin does not run here. */
    void requireNobodyElse() {
        if (turn.isBehind()) {
            throw new Overtaken();
        }
    }

    /** Has {@link #follow} bring the framework to what the database says, and name what does not run. */
    void distrust() {
        turn.forget();
    }

    /** Writes down a change that the framework has made already, and the set that it led to. */
    void record(SnapshotCause cause, @Nullable String plugin, Caller caller, Runnable change) {
        LongConsumer rows = number -> {
            change.run();
            snapshots.keep(number, cause, plugin, caller);
            plugins.removeUnusedArchives();
        };
        turn.record(rows);
        expect(all());
        if (plugin != null) {
            forgive(plugin);
        }
    }

    /** Lets a plugin run that ended the server before, since somebody has had it run by hand. */
    void forgive(String plugin) {
        leftOut.forgive(plugin);
    }

    /** Puts a plugin whose archive is kept in the place of the one with its id. Is called while recording. */
    void put(PluginRow row) {
        if (!archives.has(row.sha256())) {
            throw new Overtaken(); // another node has tidied up before this one said what it needs
        }
        plugins.put(row);
    }

    /** Writes into the audit log what became of a plugin; one of the two is there. Is called while recording. */
    void audit(Caller caller, AuditKind kind, @Nullable PluginRow before, @Nullable PluginRow after) {
        PluginRow either = after == null ? Objects.requireNonNull(before) : after;
        audit.record(caller, kind, "plugin:" + either.id(), told(before), told(after));
    }

    /** Writes into the audit log what was installed, and whose signature it has. Is called while recording. */
    void audit(Caller caller, AuditKind kind, @Nullable PluginRow before, PluginRow after, ArchiveSignature signature) {
        Map<String, Object> told = new TreeMap<>(facts(after));
        told.put("signer", signature.signed() ? String.valueOf(signature.fingerprint()) : "unsigned");
        audit.record(caller, kind, "plugin:" + after.id(), told(before), told);
    }

    /** Returns a plugin as one that somebody puts there now. */
    static PluginRow by(Caller caller, PluginRow row) {
        PersonId person = caller.person();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS); // as precise as the database keeps it
        return row.by(person == null ? null : person.toString(), now);
    }

    private static @Nullable Object told(@Nullable PluginRow row) {
        return row == null ? null : facts(row);
    }

    private static Map<String, Object> facts(PluginRow row) {
        return Map.of("version", row.version(), "sha256", row.sha256(), "enabled", row.enabled());
    }
}
