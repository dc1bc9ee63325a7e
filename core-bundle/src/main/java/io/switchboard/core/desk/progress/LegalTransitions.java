package io.switchboard.core.desk.progress;

import io.switchboard.api.lifecycle.GuardVerdict;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells where a ticket may go, and what each way still lacks. */
@Component(service = LegalTransitions.class)
public final class LegalTransitions {
    private final ReadTicket read;
    private final Lifecycle lifecycle;
    private final Guards guards;

    /** Makes the use case. */
    @Activate
    public LegalTransitions(@Reference ReadTicket read, @Reference Lifecycle lifecycle, @Reference Guards guards) {
        this.read = read;
        this.lifecycle = lifecycle;
        this.guards = guards;
    }

    /**
     * A legal transition.
     *
     * @param to where it leads
     * @param missing what guards still want
     */
    public record Legal(String to, List<GuardVerdict.Reason> missing) {}

    /** Returns the legal transitions in the order of display. */
    public List<Legal> handle(Caller caller, TicketId id) {
        Ticket ticket = read.ticket(caller, id);
        AccessPolicy.require(caller, Right.TICKET_TRANSITION);
        if (ticket.progress().disposition() != Disposition.NONE) {
            return List.of();
        }
        List<Legal> legal = new ArrayList<>();
        for (Status to : lifecycle.next(ticket.progress())) {
            legal.add(new Legal(to.id(), guards.ask(caller, ticket, to, null).missing()));
        }
        return legal;
    }
}
