package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.audit.AuditKind;
import io.switchboard.core.audit.AuditLog;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.history.ActorText;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.history.HistoryStore;
import io.switchboard.core.store.link.LinkStore;
import io.switchboard.core.store.thread.ThreadStore;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.Tombstone;
import io.switchboard.core.timing.DeskClock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Removes a ticket for good (ST3): its thread, files and history go, and a tombstone with the last hash stays. Only what
 * lies in the trash or is spam can be purged. Files whose content nobody else has are swept from the blob store later.
 */
@Component(service = PurgeTicket.class)
public final class PurgeTicket {
    private final Transactions transactions;
    private final TicketChanges changes;
    private final TicketStore tickets;
    private final ThreadStore threads;
    private final HistoryStore history;
    private final LinkStore links;
    private final DeskClock clock;
    private final AuditLog audit;

    /** Makes the use case. */
    @Activate
    public PurgeTicket(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference TicketStore tickets,
            @Reference ThreadStore threads,
            @Reference HistoryStore history,
            @Reference LinkStore links,
            @Reference DeskClock clock,
            @Reference AuditLog audit) {
        this.transactions = transactions;
        this.changes = changes;
        this.tickets = tickets;
        this.threads = threads;
        this.history = history;
        this.links = links;
        this.clock = clock;
        this.audit = audit;
    }

    /** Removes a ticket. */
    public void handle(Caller caller, TicketId id, Precondition precondition) {
        transactions.write(() -> {
            Ticket last = changes.change(caller, id, precondition, edit -> {
                        AccessPolicy.require(caller, Right.TICKET_PURGE);
                        refuseInFlow(edit.ticket());
                        edit.record(EventType.TICKET_PURGED, Map.of());
                        return id;
                    })
                    .ticket();
            StoredTicket stored = tickets.find(last.id()).orElseThrow();
            tickets.purge(
                    stored,
                    new Tombstone(
                            id,
                            last.number(),
                            stored.lastSequence(),
                            stored.lastHash(),
                            clock.now(),
                            ActorText.write(caller.actor())));
            links.purge(id);
            threads.purge(id);
            history.purge(id, stored.lastSequence());
            audit.record(caller, AuditKind.TICKET_PURGED, "ticket:" + id, Map.of("number", last.number()), null);
            return id;
        });
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
