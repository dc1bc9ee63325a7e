package io.switchboard.core.rest.incident;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.incident.Broadcast;
import io.switchboard.core.desk.incident.ReadBroadcasts;
import io.switchboard.core.desk.incident.SendBroadcast;
import io.switchboard.core.desk.progress.ResolutionText;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What is said to all reports of an incident, and where they all go. */
@Path("/tickets/{ticket}/broadcasts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = BroadcastResource.class)
public final class BroadcastResource {
    private final ReadTicket read;
    private final ReadBroadcasts broadcasts;
    private final SendBroadcast send;

    /** Makes the resource. */
    @Activate
    public BroadcastResource(
            @Reference ReadTicket read, @Reference ReadBroadcasts broadcasts, @Reference SendBroadcast send) {
        this.read = read;
        this.broadcasts = broadcasts;
        this.send = send;
    }

    /** A broadcast that is wanted: something to say, a status to get, or both. */
    public record BroadcastRequest(
            @Nullable String body,
            @Nullable String format,
            @Nullable String to,
            @Nullable ResolutionText resolution,
            @Nullable String closure) {}

    /** Lists the latest broadcasts. */
    @GET
    @Operation(
            summary = "List what all reports of an incident were told, and what came of it",
            operationId = "listBroadcasts")
    public Page<BroadcastView> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return new Page<>(
                broadcasts.handle(caller, read.resolve(ticket)).stream()
                        .map(BroadcastView::of)
                        .toList(),
                null);
    }

    /** Sends a broadcast. */
    @POST
    @Operation(summary = "Reply to an incident and all its reports, and move them all", operationId = "broadcast")
    public Response send(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            BroadcastRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        SendBroadcast.Sent sent = send.handle(caller, id, Parameters.ifMatch(version), wish(request));
        return Response.created(URI.create("/api/v1/tickets/" + sent.incident().id() + "/broadcasts"))
                .header(HttpHeaders.ETAG, Parameters.etag(sent.incident().version()))
                .entity(BroadcastView.of(sent.broadcast()))
                .build();
    }

    private static Broadcast.Wish wish(BroadcastRequest request) {
        String format = request.format();
        String to = request.to();
        String closure = request.closure();
        ResolutionText resolution = request.resolution();
        return new Broadcast.Wish(
                request.body(),
                format == null ? BodyFormat.TEXT : BodyFormat.of(format, "format"),
                to == null ? null : new Status(to),
                resolution == null ? null : resolution.resolution(),
                closure == null ? null : ClosureReason.of(closure, "closure"));
    }
}
