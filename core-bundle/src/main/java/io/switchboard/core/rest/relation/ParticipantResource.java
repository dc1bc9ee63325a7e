package io.switchboard.core.rest.relation;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.desk.Contact;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.relation.ChangeParticipants;
import io.switchboard.core.desk.relation.ChangeParticipants.Kind;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who takes part in a ticket besides requester and submitter. */
@Path("/tickets/{ticket}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ParticipantResource.class)
public final class ParticipantResource {
    private final ReadTicket read;
    private final ChangeParticipants participants;

    /** Makes the resource. */
    @Activate
    public ParticipantResource(@Reference ReadTicket read, @Reference ChangeParticipants participants) {
        this.read = read;
        this.participants = participants;
    }

    /** Somebody who is to take part: a known person, or a contact. */
    public record ParticipantRequest(
            @Nullable String person,
            @Nullable String name,
            @Nullable String email,
            @Nullable String kind) {}

    /** Lists who takes part. */
    @GET
    @Operation(summary = "List who takes part in a ticket", operationId = "getParticipants")
    public Page<Map<String, @Nullable Object>> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return new Page<>(
                participants.list(caller, read.resolve(ticket)).stream()
                        .map(TicketView::person)
                        .toList(),
                null);
    }

    /** Adds somebody. */
    @POST
    @Operation(summary = "Let somebody take part in a ticket", operationId = "addParticipant")
    public Response add(@Context Caller caller, @PathParam("ticket") String ticket, ParticipantRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        PersonReference added = participants.add(
                caller,
                id,
                request.person() == null ? null : PersonId.of(request.person()),
                request.email() == null ? null : new Contact(request.name(), request.email(), null),
                request.kind() == null ? Kind.CC : Kind.of(request.kind()));
        return Response.created(URI.create("/api/v1/tickets/" + id + "/participants/" + added.id()))
                .entity(TicketView.person(added))
                .build();
    }

    /** Removes somebody. */
    @DELETE
    @Path("/{person}")
    @Operation(summary = "Let somebody take part no longer", operationId = "removeParticipant")
    public void remove(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @PathParam("person") String person,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        participants.remove(caller, id, Parameters.requiredIfMatch(version), PersonId.of(person));
    }
}
