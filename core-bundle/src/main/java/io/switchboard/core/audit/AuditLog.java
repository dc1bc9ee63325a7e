package io.switchboard.core.audit;

import io.switchboard.api.desk.Actor;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.audit.AuditRow;
import io.switchboard.core.store.audit.AuditStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Records who changed the desk itself. An entry joins the transaction of the change, so that one does not stand without
 * the other; it is never changed afterwards.
 */
@Component(service = AuditLog.class)
public final class AuditLog {
    private final Transactions transactions;
    private final AuditStore store;
    private final IdGenerator ids;

    /** Makes it. */
    @Activate
    public AuditLog(@Reference Transactions transactions, @Reference AuditStore store, @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.store = store;
        this.ids = ids;
    }

    /** Records that something was done which leaves no state to compare. */
    public void record(Caller caller, AuditKind kind, String object) {
        record(caller, kind, object, null, null);
    }

    /**
     * Records a change.
     *
     * @param object what was changed: its kind, a colon and its id, for example {@code role:agent}
     * @param before what it was, a record or map without secrets, or null
     * @param after what it became, or null
     */
    public void record(Caller caller, AuditKind kind, String object, @Nullable Object before, @Nullable Object after) {
        AuditRow row = new AuditRow(
                ids.next(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                kind.id(),
                name(caller.actor()),
                caller.channel(),
                caller.address(),
                object,
                before == null ? null : Json.write(before),
                after == null ? null : Json.write(after));
        transactions.write(() -> {
            store.add(row);
            return row;
        });
    }

    /** Returns what an actor is called in the log: its kind, a colon and its id, or {@code anonymous}. */
    public static String name(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return "person:" + person.person();
        }
        if (actor instanceof Actor.Plugin plugin) {
            return "plugin:" + plugin.plugin();
        }
        if (actor instanceof Actor.Timer timer) {
            return "timer:" + timer.timer();
        }
        return actor instanceof Actor.System system ? "system:" + system.part() : "anonymous";
    }
}
