package io.switchboard.core.desk.lineage;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the ticket in which a merged one goes on, however often it was merged; joins the thread's transaction. */
@Component(service = Survivors.class)
public final class Survivors {
    private final Transactions transactions;
    private final TicketStore tickets;

    /** Makes it. */
    @Activate
    public Survivors(@Reference Transactions transactions, @Reference TicketStore tickets) {
        this.transactions = transactions;
        this.tickets = tickets;
    }

    /** Returns the ticket in which the matter goes on: the ticket itself unless it was merged. */
    public TicketId of(TicketId ticket) {
        return transactions.read(() -> follow(ticket));
    }

    private TicketId follow(TicketId ticket) {
        TicketId current = ticket;
        while (true) {
            Optional<TicketId> next = tickets.find(current).map(StoredTicket::mergedInto);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
    }
}
