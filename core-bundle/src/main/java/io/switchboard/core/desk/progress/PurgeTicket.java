package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.history.ActorText;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.Tombstone;
import io.switchboard.core.timing.DeskClock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Removes a ticket for good (ST3): its thread, files, history, links, timers, what triage said, and what was still to be told
 * of it go; a tombstone with the last hash stays, and the one event that says so, without content. Only what lies in the
 * trash or is spam can be purged.
 */
@Component(service = PurgeTicket.class)
public final class PurgeTicket {
    private final Transactions transactions;
    private final TicketChanges changes;
    private final TicketRemains remains;
    private final TicketStore tickets;
    private final DeskClock clock;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public PurgeTicket(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference TicketRemains remains,
            @Reference TicketStore tickets,
            @Reference DeskClock clock,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.changes = changes;
        this.remains = remains;
        this.tickets = tickets;
        this.clock = clock;
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
            Ticket last = changes.change(caller, id, precondition, edit -> {
                        AccessPolicy.require(caller, Right.TICKET_PURGE);
                        refuseInFlow(edit.ticket());
                        refuseInUse(edit.ticket());
                        edit.record(EventType.TICKET_PURGED, Map.of());
                        return id;
                    })
                    .ticket();
            StoredTicket stored = tickets.find(last.id()).orElseThrow();
            tickets.purge(stored, tombstone(stored, caller));
            remains.remove(id, stored.lastSequence());
            audit.record(caller, AuditKind.TICKET_PURGED, "ticket:" + id, Map.of("number", last.number()), null);
            return id;
        });
    }

    private Tombstone tombstone(StoredTicket stored, Caller caller) {
        Ticket ticket = stored.ticket();
        boolean hidden = ticket.confidential() || ticket.progress().triage() == TriageState.PENDING;
        return new Tombstone(
                ticket.id(),
                ticket.number(),
                stored.lastSequence(),
                stored.lastHash(),
                clock.now(),
                ActorText.write(caller.actor()),
                hidden);
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
