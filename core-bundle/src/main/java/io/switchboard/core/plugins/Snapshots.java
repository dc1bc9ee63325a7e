package io.switchboard.core.plugins;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.plugin.PluginRow;
import io.switchboard.core.store.plugin.PluginStore;
import io.switchboard.core.store.plugin.SnapshotRow;
import io.switchboard.core.store.plugin.SnapshotStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What was installed after each of the latest changes. A snapshot is written in the transaction of the change, so that the
 * newest always is what is installed. The archives of all of them are kept.
 */
@Component(service = Snapshots.class)
public final class Snapshots {
    /** How many are kept. */
    public static final int KEPT = 20;

    private final Transactions transactions;
    private final PluginStore plugins;
    private final SnapshotStore store;

    /** Makes it. */
    @Activate
    public Snapshots(
            @Reference Transactions transactions, @Reference PluginStore plugins, @Reference SnapshotStore store) {
        this.transactions = transactions;
        this.plugins = plugins;
        this.store = store;
    }

    /** Returns the snapshots, newest first. */
    List<SnapshotRow> all() {
        return transactions.read(store::all);
    }

    /**
     * Finds a snapshot.
     *
     * @throws SwitchboardException with {@code not-found} if there is none, or no more
     */
    SnapshotRow find(long number) {
        return all().stream()
                .filter(snapshot -> snapshot.number() == number)
                .findFirst()
                .orElseThrow(() -> SwitchboardException.notFound("snapshot"));
    }

    /** Returns the plugins of a snapshot, in the order of their ids. */
    List<PluginRow> plugins(long number) {
        return transactions.read(() -> store.plugins(number));
    }

    /** Returns whether the newest snapshot is what is installed now. */
    boolean areUpToDate() {
        List<PluginRow> present = transactions.read(plugins::all);
        List<PluginRow> latest =
                all().stream().findFirst().map(row -> plugins(row.number())).orElse(List.of());
        return SetDifference.between(latest, present).isEmpty();
    }

    /** Keeps what is installed now, and forgets the oldest. Is called in the transaction that changes it. */
    void keep(long number, SnapshotCause cause, @Nullable String plugin, Caller caller) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        store.add(new SnapshotRow(number, now, AuditLog.name(caller.actor()), cause.id(), plugin));
        List<SnapshotRow> kept = store.all();
        if (kept.size() > KEPT) {
            store.removeBefore(kept.get(KEPT - 1).number());
        }
    }

    /**
     * Returns what a plugin was before its present version came. Going back undoes one coming: who goes back twice stands
     * two versions before.
     *
     * @return nothing if no snapshot that is kept knows of an earlier one
     */
    Optional<PluginRow> before(PluginRow present) {
        Deque<PluginRow> came = new ArrayDeque<>();
        List<SnapshotRow> newestFirst = all();
        for (int index = newestFirst.size() - 1; index >= 0; index--) {
            SnapshotRow snapshot = newestFirst.get(index);
            boolean back = SnapshotCause.ROLLED_BACK.id().equals(snapshot.cause());
            plugins(snapshot.number()).stream()
                    .filter(row -> row.id().equals(present.id()))
                    .forEach(row -> follow(came, row, back));
        }
        follow(came, present, false);
        came.pop();
        return Optional.ofNullable(came.peek());
    }

    private static void follow(Deque<PluginRow> came, PluginRow row, boolean back) {
        PluginRow top = came.peek();
        if (top != null && top.sha256().equals(row.sha256())) {
            return;
        }
        boolean known = came.stream().anyMatch(earlier -> earlier.sha256().equals(row.sha256()));
        if (!back || !known) {
            came.push(row);
            return;
        }
        while (!came.element().sha256().equals(row.sha256())) {
            came.pop();
        }
    }
}
