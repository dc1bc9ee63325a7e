package io.switchboard.core.triage;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.triage.ExplanationStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows why a ticket went where it went: each candidate's score by rule. */
@Component(service = ReadExplanation.class)
public final class ReadExplanation {
    private final ReadTicket tickets;
    private final Transactions transactions;
    private final ExplanationStore store;

    /** Makes the use case. */
    @Activate
    public ReadExplanation(
            @Reference ReadTicket tickets, @Reference Transactions transactions, @Reference ExplanationStore store) {
        this.tickets = tickets;
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * Returns the explanation.
     *
     * @throws SwitchboardException with {@code not-found} if the ticket was never assigned automatically
     */
    public Explanation handle(Caller caller, TicketId id) {
        tickets.ticket(caller, id);
        AccessPolicy.require(caller, Right.TICKET_NOTE);
        return transactions
                .read(() -> store.find(id))
                .map(json -> Json.read(json, Explanation.class))
                .orElseThrow(() -> SwitchboardException.notFound("explanation: the ticket was assigned by hand"));
    }
}
