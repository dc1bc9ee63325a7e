package io.switchboard.core.rest.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.intake.OpenTicket;
import io.switchboard.core.desk.record.ListTickets;
import io.switchboard.core.desk.record.TicketConditions;
import io.switchboard.core.desk.view.Views;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** All tickets: opening one and listing those that the caller sees. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TicketsResource.class)
public final class TicketsResource {
    private final OpenTicket open;
    private final ListTickets list;
    private final TicketSearch search;
    private final TriageWait triage;
    private final Views views;

    /** Makes the resource. */
    @Activate
    public TicketsResource(
            @Reference OpenTicket open,
            @Reference ListTickets list,
            @Reference TicketSearch search,
            @Reference TriageWait triage,
            @Reference Views views) {
        this.open = open;
        this.list = list;
        this.search = search;
        this.triage = triage;
        this.views = views;
    }

    /** Opens a ticket. */
    @POST
    @Operation(summary = "Open a ticket", operationId = "openTicket")
    public Response open(@Context Caller caller, OpenTicketRequest request, @QueryParam("wait") @Nullable String wait) {
        AccessPolicy.require(caller, Right.TICKET_OPEN);
        if (wait != null && !wait.equals("triage")) {
            throw SwitchboardException.field("wait", "must be triage, or be left out");
        }
        Ticket ticket = open.handle(caller, request.ticket());
        Ticket answered = wait != null ? triage.await(caller, ticket) : ticket;
        return Response.created(URI.create("/api/v1/tickets/" + ticket.id()))
                .header("ETag", Parameters.etag(answered.version()))
                .entity(TicketView.of(answered, caller))
                .build();
    }

    /** Lists tickets. */
    @GET
    @Operation(summary = "List or search tickets", operationId = "listTickets")
    public Page<Map<String, @Nullable Object>> list(@Context Caller caller, @BeanParam ListParameters parameters) {
        TicketConditions conditions = parameters.conditions();
        UUID saved = parameters.savedView();
        if (saved != null) {
            TicketConditions kept = views.conditions(caller, saved);
            if (!views.missing(kept).isEmpty()) {
                return new Page<>(List.of(), null);
            }
            conditions = conditions.within(kept);
        }
        String words = conditions.words();
        if (words != null) {
            return search.handle(caller, words, parameters);
        }
        ListTickets.Query query = parameters.query(caller, conditions);
        return Page.of(
                list.handle(caller, query),
                parameters.limit(),
                ticket -> TicketView.of(ticket, caller),
                last -> ListParameters.after(query.order(), last));
    }
}
