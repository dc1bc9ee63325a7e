package io.switchboard.core.triage;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Aside;
import io.switchboard.core.desk.assignment.AutomaticAssignment;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a ticket to the agent whom the assignment rules choose now, whoever has it. */
@Component(service = {AssignAutomatically.class, AutomaticAssignment.class})
public final class AssignAutomatically implements AutomaticAssignment {
    private final ReadTicket tickets;
    private final Triage triage;
    private final Lifecycle lifecycle;

    /** Makes the use case. */
    @Activate
    public AssignAutomatically(
            @Reference ReadTicket tickets, @Reference Triage triage, @Reference Lifecycle lifecycle) {
        this.tickets = tickets;
        this.triage = triage;
        this.lifecycle = lifecycle;
    }

    /**
     * Assigns the ticket.
     *
     * @throws SwitchboardException with {@code ticket-not-changeable} while triage has not spoken, or if the ticket is not
     *     in the ordinary flow
     */
    public Ticket handle(Caller caller, TicketId id) {
        check(caller, id);
        triage.assign(caller, id);
        return tickets.ticket(caller, id);
    }

    @Override
    public Question prepare(Caller caller, TicketId id) {
        check(caller, id);
        return triage.prepare(caller, id);
    }

    private void check(Caller caller, TicketId id) {
        Ticket ticket = tickets.ticket(caller, id);
        AccessPolicy.require(caller, Right.TICKET_ASSIGN);
        Aside.refuse(ticket.progress(), lifecycle);
        if (ticket.progress().triage() == TriageState.PENDING) {
            throw new SwitchboardException(
                    ErrorCode.TICKET_NOT_CHANGEABLE,
                    "Triage of ticket " + ticket.number() + " is not over; it can be assigned then");
        }
    }
}
