package io.switchboard.core.desk.progress;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.ticket.TicketStore;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Removes a ticket for good that was kept long enough, wherever it stands, with those that were merged into it. Works in the
 * thread's transaction.
 */
@Component(service = ExpireTicket.class)
public final class ExpireTicket {
    private final BuryTicket bury;
    private final TicketStore tickets;

    /** Makes the use case. */
    @Activate
    public ExpireTicket(@Reference BuryTicket bury, @Reference TicketStore tickets) {
        this.bury = bury;
        this.tickets = tickets;
    }

    /**
     * Removes a ticket.
     *
     * @throws SwitchboardException with {@code ticket-not-changeable} if anything happened to it meanwhile, or {@code
     *     not-found} or {@code purged} if it is gone
     */
    public void handle(Caller caller, TicketId id, Instant untouchedSince) {
        bury.handle(caller, id, Precondition.any(), ticket -> refuseTouched(ticket, untouchedSince));
        tickets.mergedInto(id).forEach(merged -> bury.handle(caller, merged, Precondition.any(), ticket -> {}));
    }

    /** Demands that nothing happened to a ticket since a time. */
    public static void refuseTouched(Ticket ticket, Instant untouchedSince) {
        if (!ticket.updatedAt().isBefore(untouchedSince)) {
            throw new SwitchboardException(
                    ErrorCode.TICKET_NOT_CHANGEABLE, "Something happened to " + ticket.number() + " meanwhile");
        }
    }
}
