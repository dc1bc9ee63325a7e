package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.triage.ReadExplanation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Why a ticket went where it went. */
@Component(service = AssignmentExplanationResource.class)
@JakartarsResource
@Path("tickets/{ticket}/assignment/explanation")
@Produces(MediaType.APPLICATION_JSON)
public final class AssignmentExplanationResource {
    private final ReadTicket tickets;
    private final ReadExplanation explanations;

    /** Makes the resource. */
    @Activate
    public AssignmentExplanationResource(@Reference ReadTicket tickets, @Reference ReadExplanation explanations) {
        this.tickets = tickets;
        this.explanations = explanations;
    }

    /** Returns each candidate's score by rule, and why the winner won. */
    @GET
    @Operation(summary = "Read why a ticket was assigned as it was", operationId = "explainAssignment")
    public Object read(@Context Caller caller, @PathParam("ticket") String ticket) {
        return ExplanationView.of(explanations.handle(caller, tickets.resolve(ticket)));
    }
}
