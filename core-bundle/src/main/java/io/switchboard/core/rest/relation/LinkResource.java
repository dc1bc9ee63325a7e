package io.switchboard.core.rest.relation;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.relation.ChainTicket;
import io.switchboard.core.desk.relation.LinkTickets;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.rest.ticket.TicketView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How a ticket is tied to others. */
@Path("/tickets/{ticket}/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = LinkResource.class)
public final class LinkResource {
    private final ReadTicket read;
    private final LinkTickets links;
    private final ChainTicket chain;

    /** Makes the resource. */
    @Activate
    public LinkResource(@Reference ReadTicket read, @Reference LinkTickets links, @Reference ChainTicket chain) {
        this.read = read;
        this.links = links;
        this.chain = chain;
    }

    /** A tie to a ticket, or to one that is to be opened: chained, with subject and description and without {@code to}. */
    public record LinkRequest(
            @Nullable String kind,
            @Nullable String to,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String format) {}

    /** Lists the ties to tickets that the caller sees. */
    @GET
    @Operation(summary = "List how a ticket is tied to others", operationId = "getLinks")
    public Page<Map<String, @Nullable Object>> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        TicketId id = read.resolve(ticket);
        return new Page<>(
                links.list(caller, id).stream()
                        .map(tie -> view(caller, id, tie))
                        .toList(),
                null);
    }

    private static Map<String, @Nullable Object> view(Caller caller, TicketId ticket, LinkTickets.Tie tie) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("kind", tie.link().kind().id());
        view.put("direction", tie.link().from().equals(ticket) ? "to" : "from");
        view.put("ticket", TicketView.of(tie.other(), caller));
        return view;
    }

    /** Ties the ticket to another, or opens a chained one. */
    @POST
    @Operation(summary = "Tie a ticket to another, or open a chained one", operationId = "linkTicket")
    public Response link(@Context Caller caller, @PathParam("ticket") String ticket, LinkRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        LinkKind kind = kind(request.kind());
        if (kind == LinkKind.CHAINED && request.to() == null) {
            Ticket made = chain.handle(
                    caller,
                    new ChainTicket.Command(
                            id,
                            request.subject() == null ? "" : request.subject(),
                            request.description() == null ? "" : request.description(),
                            request.format() == null ? BodyFormat.TEXT : BodyFormat.of(request.format(), "format")));
            return Response.created(URI.create("/api/v1/tickets/" + made.id()))
                    .entity(TicketView.of(made, caller))
                    .build();
        }
        links.link(caller, new TicketLink(kind, id, other(caller, request.to())));
        return Response.created(URI.create("/api/v1/tickets/" + id + "/links"))
                .entity(list(caller, ticket))
                .build();
    }

    /** Unties the ticket from another. */
    @DELETE
    @Operation(summary = "Untie a ticket from another", operationId = "unlinkTicket")
    public void unlink(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("to") @Nullable String to,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        links.unlink(
                caller, id, Parameters.requiredIfMatch(version), new TicketLink(kind(kind), id, other(caller, to)));
    }

    private static LinkKind kind(@Nullable String kind) {
        if (kind == null) {
            throw SwitchboardException.field("kind", "must be chained, parent, duplicate or related");
        }
        return LinkKind.of(kind, "kind");
    }

    private TicketId other(Caller caller, @Nullable String to) {
        if (to == null) {
            throw SwitchboardException.field("to", "must be the id or the number of a ticket");
        }
        TicketId id = read.resolve(to);
        read.ticket(caller, id);
        return id;
    }
}
