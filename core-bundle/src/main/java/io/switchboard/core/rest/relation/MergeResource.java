package io.switchboard.core.rest.relation;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.relation.MergeTickets;
import io.switchboard.core.desk.relation.SplitTicket;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.rest.ticket.TicketView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Merging tickets, taking that back, and splitting them. */
@Path("/tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = MergeResource.class)
public final class MergeResource {
    private final ReadTicket read;
    private final MergeTickets merge;
    private final SplitTicket split;

    /** Makes the resource. */
    @Activate
    public MergeResource(@Reference ReadTicket read, @Reference MergeTickets merge, @Reference SplitTicket split) {
        this.read = read;
        this.merge = merge;
        this.split = split;
    }

    /** Into which ticket. */
    public record MergeRequest(@Nullable String into) {}

    /** Which messages become a ticket of their own, and its subject. */
    public record SplitRequest(
            @Nullable List<String> messages, @Nullable String subject) {}

    /** Merges the ticket into another and answers the survivor. */
    @POST
    @Path("/merge")
    @Operation(summary = "Merge a ticket into another", operationId = "mergeTicket")
    public Response merge(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            MergeRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        if (request.into() == null) {
            throw SwitchboardException.field("into", "must be the id or the number of a ticket");
        }
        TicketId into = read.resolve(request.into());
        return answer(caller, merge.merge(caller, id, Parameters.requiredIfMatch(version), into));
    }

    /** Takes a merge back and answers the ticket as it was. */
    @POST
    @Path("/unmerge")
    @Operation(summary = "Take a merge back", operationId = "unmergeTicket")
    public Response unmerge(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return answer(caller, merge.unmerge(caller, id, Parameters.requiredIfMatch(version)));
    }

    /** Makes messages a ticket of their own. */
    @POST
    @Path("/split")
    @Operation(summary = "Make messages of a ticket a ticket of their own", operationId = "splitTicket")
    public Response split(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            SplitRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        List<String> messages = request.messages() == null ? List.of() : request.messages();
        Ticket made = split.handle(
                caller,
                new SplitTicket.Command(
                        id,
                        Parameters.requiredIfMatch(version),
                        messages.stream().map(MessageId::of).collect(Collectors.toSet()),
                        request.subject() == null ? "" : request.subject()));
        return Response.created(URI.create("/api/v1/tickets/" + made.id()))
                .header(HttpHeaders.ETAG, Parameters.etag(made.version()))
                .entity(TicketView.of(made, caller))
                .build();
    }

    private static Response answer(Caller caller, Ticket ticket) {
        return Response.ok(TicketView.of(ticket, caller))
                .header(HttpHeaders.ETAG, Parameters.etag(ticket.version()))
                .build();
    }
}
