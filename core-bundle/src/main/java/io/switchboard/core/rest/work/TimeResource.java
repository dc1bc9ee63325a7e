package io.switchboard.core.rest.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.work.RecordTime;
import io.switchboard.core.desk.work.WorkedTime;
import io.switchboard.core.rest.MergePatch;
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
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The working time on a ticket. */
@Path("/tickets/{ticket}/time")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TimeResource.class)
public final class TimeResource {
    private final ReadTicket read;
    private final RecordTime times;

    /** Makes the resource. */
    @Activate
    public TimeResource(@Reference ReadTicket read, @Reference RecordTime times) {
        this.read = read;
        this.times = times;
    }

    /** Lists what was recorded. */
    @GET
    @Operation(summary = "List the working time on a ticket, with its total", operationId = "listTime")
    public TimeSheetView list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return TimeSheetView.of(times.list(caller, read.resolve(ticket)));
    }

    /** Records time. */
    @POST
    @Operation(summary = "Record working time on a ticket", operationId = "recordTime")
    public Response add(@Context Caller caller, @PathParam("ticket") String ticket, TimeRequest request) {
        TicketId id = seen(caller, ticket);
        WorkedTime made = times.add(caller, id, request.wish());
        return answer(Response.created(URI.create("/api/v1/tickets/" + id + "/time/" + made.id())), made);
    }

    /** Reads an entry. */
    @GET
    @Path("/{entry}")
    @Operation(summary = "Read an entry of working time", operationId = "getTime")
    public Response get(@Context Caller caller, @PathParam("ticket") String ticket, @PathParam("entry") String entry) {
        TicketId id = seen(caller, ticket);
        return answer(Response.ok(), times.get(caller, id, Ids.inPath("entry", entry)));
    }

    /** Corrects an entry. */
    @PATCH
    @Path("/{entry}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(summary = "Correct an entry of working time", operationId = "correctTime")
    public Response correct(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            ObjectNode patch)
            throws JsonProcessingException {
        TicketId id = seen(caller, ticket);
        WorkedTime known = times.get(caller, id, Ids.inPath("entry", entry));
        long seen = Parameters.seen(version, known.version());
        TimeRequest wanted = MergePatch.apply(TimeRequest.of(known), patch, TimeRequest.class);
        return answer(Response.ok(), times.correct(caller, id, known.id(), seen, wanted.wish()));
    }

    /** Removes an entry. */
    @DELETE
    @Path("/{entry}")
    @Operation(summary = "Remove an entry of working time", operationId = "removeTime")
    public void remove(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @PathParam("entry") String entry,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = seen(caller, ticket);
        WorkedTime known = times.get(caller, id, Ids.inPath("entry", entry));
        times.remove(caller, id, known.id(), Parameters.seen(version, known.version()));
    }

    private TicketId seen(Caller caller, String ticket) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return id;
    }

    private static Response answer(Response.ResponseBuilder response, WorkedTime entry) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(entry.version()))
                .entity(TimeView.of(entry))
                .build();
    }
}
