package io.switchboard.core.timing;

import io.switchboard.api.desk.Clockwork;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.timer.TimerRow;
import io.switchboard.core.store.timer.TimerStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Timers of one plugin. */
@Component(service = Clockwork.class, scope = ServiceScope.BUNDLE)
public final class PluginClockwork implements Clockwork {
    /** Begins the kind of every plugin's timers; the plugin's id follows. */
    static final String KIND = "plugin:";

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_PAYLOAD = 10_000;

    private final Transactions transactions;
    private final TimerStore store;
    private final String kind;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginClockwork(
            ComponentContext context, @Reference Transactions transactions, @Reference TimerStore store) {
        this(transactions, store, context.getUsingBundle().getSymbolicName());
    }

    PluginClockwork(Transactions transactions, TimerStore store, String plugin) {
        this.transactions = transactions;
        this.store = store;
        this.kind = KIND + plugin;
    }

    @Override
    public void set(String key, @Nullable TicketId ticket, Instant dueAt, String payload) {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw SwitchboardException.field("key", "must have 1 to " + LONGEST_KEY + " characters");
        }
        if (payload.length() > LONGEST_PAYLOAD) {
            throw SwitchboardException.field("payload", "must have at most " + LONGEST_PAYLOAD + " characters");
        }
        Instant due = dueAt.truncatedTo(ChronoUnit.MICROS);
        transactions.write(() -> {
            store.put(new TimerRow(kind, key, ticket, due, payload, due, 0));
            return true;
        });
    }

    @Override
    public void clear(String key) {
        transactions.write(() -> {
            store.remove(kind, key);
            return true;
        });
    }
}
