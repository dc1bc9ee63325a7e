package io.switchboard.core.timing;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.timer.TimerRow;
import io.switchboard.core.store.timer.TimerStore;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets the core's timers. */
@Component(service = Timers.class)
public final class StoredTimers implements Timers {
    private final Transactions transactions;
    private final TimerStore store;

    /** Makes it. */
    @Activate
    public StoredTimers(@Reference Transactions transactions, @Reference TimerStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public void set(String kind, String subject, Instant due) {
        put(new TimerRow(kind, subject, null, due, null, due, 0));
    }

    @Override
    public void set(String kind, TicketId ticket, Instant due) {
        put(new TimerRow(kind, ticket.toString(), ticket, due, null, due, 0));
    }

    private void put(TimerRow timer) {
        transactions.write(() -> {
            store.put(timer);
            return true;
        });
    }

    @Override
    public void cancelAll(TicketId ticket) {
        transactions.write(() -> {
            store.removeOf(ticket);
            return true;
        });
    }

    @Override
    public void cancel(String kind, String subject) {
        transactions.write(() -> {
            store.remove(kind, subject);
            return true;
        });
    }
}
