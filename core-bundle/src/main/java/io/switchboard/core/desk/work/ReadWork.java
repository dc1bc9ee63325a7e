package io.switchboard.core.desk.work;

import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says with a ticket what was and is to be worked on it. It is for the desk alone. */
@Component(service = ReadWork.class)
public final class ReadWork {
    private final Transactions transactions;
    private final TicketWork work;

    /** Makes the use case. */
    @Activate
    public ReadWork(@Reference Transactions transactions, @Reference TicketWork work) {
        this.transactions = transactions;
        this.work = work;
    }

    /** Returns the sum of a ticket that the caller sees, or nothing if it is not for them. */
    public Optional<TicketWork.Sum> sum(Caller caller, Ticket ticket) {
        return AccessPolicy.readsNotes(caller)
                ? Optional.of(transactions.read(() -> work.sum(ticket.id())))
                : Optional.empty();
    }
}
