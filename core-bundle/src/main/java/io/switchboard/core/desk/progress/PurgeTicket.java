package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.TicketStore;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Removes a ticket for good (ST3): its thread, files, history, links, timers, what triage said, and what was still to be told
 * of it go; a tombstone with the last hash stays, and the one event that says so, without content. Only what lies in the
 * trash or is spam can be purged by people.
 */
@Component(service = PurgeTicket.class)
public final class PurgeTicket {
    private final Transactions transactions;
    private final BuryTicket bury;
    private final TicketStore tickets;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public PurgeTicket(
            @Reference Transactions transactions,
            @Reference BuryTicket bury,
            @Reference TicketStore tickets,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.bury = bury;
        this.tickets = tickets;
        this.audit = audit;
    }

    /**
     * Removes a ticket.
     *
     * @throws SwitchboardException with {@code ticket-not-changeable} if it is neither spam nor in the trash, or {@code
     *     in-use} while other tickets are merged into it
     */
    public void handle(Caller caller, TicketId id, Precondition precondition) {
        transactions.write(() -> {
            Ticket last = bury.handle(caller, id, precondition, ticket -> {
                AccessPolicy.require(caller, Right.TICKET_PURGE);
                refuseInFlow(ticket);
                refuseInUse(ticket);
            });
            audit.record(caller, AuditKind.TICKET_PURGED, "ticket:" + id, Map.of("number", last.number()), null);
            return id;
        });
    }

    private void refuseInUse(Ticket ticket) {
        if (!tickets.mergedInto(ticket.id()).isEmpty()) {
            throw new SwitchboardException(
                    ErrorCode.IN_USE,
                    "Other tickets are merged into " + ticket.number() + "; take those merges back first");
        }
    }

    private static void refuseInFlow(Ticket ticket) {
        Disposition disposition = ticket.progress().disposition();
        if (disposition != Disposition.TRASH && disposition != Disposition.SPAM) {
            throw new SwitchboardException(
                    ErrorCode.TICKET_NOT_CHANGEABLE,
                    "Only what lies in the trash or is spam can be removed for good; move " + ticket.number()
                            + " to the trash first");
        }
    }
}
