package io.switchboard.core.desk.record;

import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.store.Transactions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what happened to a ticket, the latest first (AU1). Only those who may read notes may read it. */
@Component(service = ReadHistory.class)
public final class ReadHistory {
    private final Transactions transactions;
    private final ReadTicket read;
    private final History history;
    private final ConfidentialReads looks;

    /** Makes the use case. */
    @Activate
    public ReadHistory(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference History history,
            @Reference ConfidentialReads looks) {
        this.transactions = transactions;
        this.read = read;
        this.history = history;
        this.looks = looks;
    }

    /** Returns events with a sequence below {@code before}. */
    public List<TicketEvent> handle(Caller caller, TicketId ticket, long before, int limit) {
        Ticket seen = read.ticket(caller, ticket);
        AccessPolicy.require(caller, Right.TICKET_NOTE);
        looks.note(caller, seen);
        return transactions.read(() -> history.latest(ticket, before, limit));
    }
}
