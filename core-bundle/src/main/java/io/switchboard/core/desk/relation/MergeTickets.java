package io.switchboard.core.desk.relation;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.lineage.Survivors;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.ticket.StoredTicket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Merges a ticket into another, and takes that back (CH4). A merged ticket keeps all that it has: its messages are read
 * with the survivor's by those who see both tickets, and what is written to it reaches the survivor. So taking a merge
 * back gives exactly what was, and nobody gets to see a thread that they were not part of.
 */
@Component(service = MergeTickets.class)
public final class MergeTickets {
    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Survivors survivors;

    /** Makes the use case. */
    @Activate
    public MergeTickets(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Survivors survivors) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.survivors = survivors;
    }

    /**
     * Merges a ticket into another, or into the one in which that one's matter goes on.
     *
     * @return the survivor
     * @throws SwitchboardException with {@code would-form-cycle}, or {@code ticket-not-changeable} if either is spam,
     *     trash, archived or merged already
     */
    public Ticket merge(Caller caller, TicketId ticket, Precondition precondition, TicketId into) {
        return transactions.write(() -> {
            read.stored(caller, into);
            TicketId survivor = survivors.of(into);
            if (survivor.equals(ticket)) {
                throw new SwitchboardException(
                        ErrorCode.WOULD_FORM_CYCLE, "The other ticket is merged into this one, or is this one");
            }
            boolean ticketFirst = ticket.compareTo(survivor) < 0;
            if (ticketFirst) {
                lose(caller, ticket, precondition, survivor);
            }
            Ticket after = win(caller, survivor, ticket);
            if (!ticketFirst) {
                lose(caller, ticket, precondition, survivor);
            }
            return after;
        });
    }

    private void lose(Caller caller, TicketId ticket, Precondition precondition, TicketId survivor) {
        changes.change(caller, ticket, precondition, edit -> {
            AccessPolicy.require(caller, Right.TICKET_LINK);
            edit.draft().disposition(Disposition.MERGED);
            edit.mergedInto(survivor);
            edit.record(EventType.TICKET_MERGED, Map.of("into", survivor.toString()));
            return ticket;
        });
    }

    private Ticket win(Caller caller, TicketId survivor, TicketId ticket) {
        return changes.change(caller, survivor, Precondition.any(), edit -> {
                    edit.record(EventType.TICKET_MERGED, Map.of("from", ticket.toString()));
                    return survivor;
                })
                .ticket();
    }

    /**
     * Takes a merge back.
     *
     * @throws SwitchboardException with {@code ticket-not-changeable} if the ticket is not merged
     */
    public Ticket unmerge(Caller caller, TicketId ticket, Precondition precondition) {
        return transactions.write(() -> {
            StoredTicket seen = read.stored(caller, ticket);
            TicketId survivor = seen.mergedInto();
            if (survivor == null) {
                throw new SwitchboardException(
                        ErrorCode.TICKET_NOT_CHANGEABLE,
                        "Ticket " + seen.ticket().number() + " is not merged into another");
            }
            List<TicketId> order = Stream.of(ticket, survivor).sorted().toList();
            for (TicketId next : order) {
                Precondition demanded = next.equals(ticket) ? precondition : Precondition.any();
                Caller allowed = next.equals(ticket) ? caller : caller.letInto(survivor);
                changes.change(allowed, next, demanded, edit -> part(edit, ticket, survivor));
            }
            return read.ticket(caller, ticket);
        });
    }

    private static TicketId part(TicketEdit edit, TicketId ticket, TicketId survivor) {
        if (!edit.ticket().id().equals(ticket)) {
            edit.recordElsewhere(EventType.TICKET_UNMERGED, Map.of("from", ticket.toString()));
            return ticket;
        }
        AccessPolicy.require(edit.caller(), Right.TICKET_LINK);
        if (!Objects.equals(edit.mergedInto(), survivor)) {
            throw new SwitchboardException(ErrorCode.STALE_VERSION, "The merge was taken back in the meantime");
        }
        edit.draft().disposition(Disposition.NONE);
        edit.mergedInto(null);
        edit.record(EventType.TICKET_UNMERGED, Map.of("into", survivor.toString()));
        return ticket;
    }
}
