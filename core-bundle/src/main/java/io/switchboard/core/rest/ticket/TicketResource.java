package io.switchboard.core.rest.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.progress.DisposeTicket;
import io.switchboard.core.desk.progress.PurgeTicket;
import io.switchboard.core.desk.record.EditTicket;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** One ticket, by its id or its number. */
@Path("/tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TicketResource.class)
public final class TicketResource {
    private final ReadTicket read;
    private final TicketPage page;
    private final EditTicket edit;
    private final DisposeTicket dispose;
    private final PurgeTicket purge;

    /** Makes the resource. */
    @Activate
    public TicketResource(
            @Reference ReadTicket read,
            @Reference TicketPage page,
            @Reference EditTicket edit,
            @Reference DisposeTicket dispose,
            @Reference PurgeTicket purge) {
        this.read = read;
        this.page = page;
        this.edit = edit;
        this.dispose = dispose;
        this.purge = purge;
    }

    /** Why a ticket is disposed of or restored. */
    public record ReasonRequest(@Nullable String reason) {}

    /** Reads the ticket. */
    @GET
    @Operation(summary = "Read a ticket", operationId = "getTicket")
    public Response get(@Context Caller caller, @PathParam("ticket") String ticket) {
        return page.read(caller, read.resolve(ticket));
    }

    /** Changes the ticket's own fields: what is named, and nothing else (RFC 7396). */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Change a ticket's own fields", operationId = "editTicket")
    public Response edit(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ObjectNode patch) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        TicketPatch wanted = new TicketPatch(patch);
        return answer(
                caller, edit.handle(caller, id, Parameters.requiredIfMatch(version), wanted.patch(), wanted.reason()));
    }

    /** Moves the ticket to the trash. */
    @DELETE
    @Operation(summary = "Move a ticket to the trash", operationId = "trashTicket")
    public Response trash(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        return dispose(caller, ticket, version, Disposition.TRASH, null);
    }

    /** Marks the ticket as spam. */
    @POST
    @Path("/spam")
    @Operation(summary = "Mark a ticket as spam", operationId = "markSpam")
    public Response spam(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable ReasonRequest request) {
        return dispose(caller, ticket, version, Disposition.SPAM, request == null ? null : request.reason());
    }

    /** Brings the ticket back from trash or spam. */
    @POST
    @Path("/restore")
    @Operation(summary = "Bring a ticket back from trash or spam", operationId = "restoreTicket")
    public Response restore(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable ReasonRequest request) {
        return dispose(caller, ticket, version, Disposition.NONE, request == null ? null : request.reason());
    }

    /** Removes the ticket for good. */
    @POST
    @Path("/purge")
    @Operation(summary = "Remove a ticket for good", operationId = "purgeTicket")
    public void purge(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        purge.handle(caller, id, Parameters.requiredIfMatch(version));
    }

    private Response dispose(
            Caller caller, String ticket, @Nullable String version, Disposition to, @Nullable String reason) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return answer(caller, dispose.handle(caller, id, Parameters.requiredIfMatch(version), to, reason));
    }

    static Response answer(Caller caller, Ticket ticket) {
        return Response.ok(TicketView.of(ticket, caller))
                .header(HttpHeaders.ETAG, Parameters.etag(ticket.version()))
                .build();
    }
}
