package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.triage.AssignAutomatically;
import io.switchboard.core.triage.ReadExplanation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Has the rules choose an agent for a ticket now. */
@Component(service = AutomaticAssignmentResource.class)
@JakartarsResource
@Path("tickets/{ticket}/assignment/auto")
@Produces(MediaType.APPLICATION_JSON)
public final class AutomaticAssignmentResource {
    private final ReadTicket tickets;
    private final AssignAutomatically assign;
    private final ReadExplanation explanations;

    /** Makes the resource. */
    @Activate
    public AutomaticAssignmentResource(
            @Reference ReadTicket tickets,
            @Reference AssignAutomatically assign,
            @Reference ReadExplanation explanations) {
        this.tickets = tickets;
        this.assign = assign;
        this.explanations = explanations;
    }

    /** Assigns the ticket and returns why it went where it went. */
    @POST
    @Operation(summary = "Assign a ticket automatically", operationId = "assignAutomatically")
    public Object assign(@Context Caller caller, @PathParam("ticket") String ticket) {
        TicketId id = tickets.resolve(ticket);
        assign.handle(caller, id);
        return ExplanationView.of(explanations.handle(caller, id));
    }
}
