package io.switchboard.core.rest.work;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.draft.Draft;
import io.switchboard.core.desk.draft.KeepDrafts;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the caller is writing to a ticket and has not sent; nobody else sees it. */
@Path("/tickets/{ticket}/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = DraftResource.class)
public final class DraftResource {
    private final ReadTicket read;
    private final KeepDrafts drafts;

    /** Makes the resource. */
    @Activate
    public DraftResource(@Reference ReadTicket read, @Reference KeepDrafts drafts) {
        this.read = read;
        this.drafts = drafts;
    }

    /** A draft as it is sent: plain text where nothing else is said. */
    public record DraftRequest(
            @Nullable String kind,
            @Nullable String body,
            @Nullable String format) {}

    /** A draft as it is answered. */
    public record DraftView(String ticket, String kind, String body, String format, long version, Instant updatedAt) {
        static DraftView of(Draft draft) {
            return new DraftView(
                    draft.ticket().toString(),
                    draft.kind().id(),
                    draft.body(),
                    draft.format().id(),
                    draft.version(),
                    draft.updatedAt());
        }
    }

    /** Lists the caller's drafts. */
    @GET
    @Operation(summary = "Read one's own drafts at a ticket", operationId = "getDrafts")
    public Page<DraftView> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return new Page<>(
                drafts.list(caller, read.resolve(ticket)).stream()
                        .map(DraftView::of)
                        .toList(),
                null);
    }

    /** Keeps a draft. */
    @PUT
    @Operation(summary = "Keep a draft in the place of the one of its kind", operationId = "putDraft")
    public Response put(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            DraftRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        Draft kept = drafts.put(
                caller,
                id,
                Parameters.ifMatch(version),
                kind(request.kind()),
                request.body() == null ? "" : request.body(),
                request.format() == null ? BodyFormat.TEXT : BodyFormat.of(request.format(), "format"));
        return Response.ok(DraftView.of(kept))
                .header(HttpHeaders.ETAG, Parameters.etag(kept.version()))
                .build();
    }

    /** Removes a draft. */
    @DELETE
    @Operation(summary = "Throw a draft away", operationId = "removeDraft")
    public void remove(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @QueryParam("kind") @Nullable String kind,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        drafts.remove(caller, id, Parameters.ifMatch(version), kind(kind));
    }

    private static MessageKind kind(@Nullable String kind) {
        if (kind == null) {
            throw SwitchboardException.field("kind", "must be reply, note or customer");
        }
        return MessageKind.of(kind, "kind");
    }
}
