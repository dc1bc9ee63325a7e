package io.switchboard.core.desk.progress;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.history.ActorText;
import io.switchboard.core.store.ticket.StoredTicket;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.Tombstone;
import io.switchboard.core.timing.DeskClock;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a tombstone in the place of a ticket. Works in the thread's transaction; whether it may be done others decide. */
@Component(service = BuryTicket.class)
public final class BuryTicket {
    private final TicketChanges changes;
    private final TicketRemains remains;
    private final TicketStore tickets;
    private final DeskClock clock;

    /** Makes it. */
    @Activate
    public BuryTicket(
            @Reference TicketChanges changes,
            @Reference TicketRemains remains,
            @Reference TicketStore tickets,
            @Reference DeskClock clock) {
        this.changes = changes;
        this.remains = remains;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * Removes a ticket.
     *
     * @param check throws unless the locked ticket may go
     * @return the ticket as it last was
     */
    Ticket handle(Caller caller, TicketId id, Precondition precondition, Consumer<Ticket> check) {
        Ticket last = changes.change(caller, id, precondition, edit -> {
                    check.accept(edit.ticket());
                    edit.record(EventType.TICKET_PURGED, Map.of());
                    return id;
                })
                .ticket();
        StoredTicket stored = tickets.find(last.id()).orElseThrow();
        tickets.purge(stored, tombstone(stored, caller));
        remains.remove(id, stored.lastSequence());
        return last;
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
}
