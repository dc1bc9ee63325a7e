package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.people.directory.Absences;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.people.AbsenceRow;
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
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** When an agent is away, and so is given no tickets. */
@Path("/agents/{agent}/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = AbsencesResource.class)
public final class AbsencesResource {
    private static final int REASON = 300;

    private final Absences absences;

    /** Makes the resource. */
    @Activate
    public AbsencesResource(@Reference Absences absences) {
        this.absences = absences;
    }

    /** An absence as it is sent. */
    public record AbsenceRequest(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason) {}

    /** An absence as it is answered. */
    public record AbsenceView(
            UUID id, Instant from, Instant until, @Nullable String reason) {
        static AbsenceView of(AbsenceRow absence) {
            return new AbsenceView(absence.id(), absence.fromAt(), absence.untilAt(), absence.reason());
        }
    }

    /** Lists the absences. */
    @GET
    @Operation(summary = "List when an agent is away", operationId = "listAbsences")
    public Page<AbsenceView> list(@Context Caller caller, @PathParam("agent") String agent) {
        return new Page<>(
                absences.list(caller, PersonId.of(agent)).stream()
                        .map(AbsenceView::of)
                        .toList(),
                null);
    }

    /** Adds an absence. */
    @POST
    @Operation(summary = "Say when an agent is away", operationId = "addAbsence")
    public Response add(@Context Caller caller, @PathParam("agent") String agent, AbsenceRequest request) {
        Instant from = request.from();
        Instant until = request.until();
        new Limits().text("reason", request.reason(), REASON).check();
        if (from == null || until == null) {
            throw SwitchboardException.field(from == null ? "from" : "until", "must be given");
        }
        AbsenceRow added = absences.add(caller, PersonId.of(agent), from, until, request.reason());
        return Response.created(URI.create("/api/v1/agents/" + agent + "/absences/" + added.id()))
                .header(HttpHeaders.ETAG, Parameters.etag(Parameters.UNCHANGING))
                .entity(AbsenceView.of(added))
                .build();
    }

    /** Removes an absence. */
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove an absence", operationId = "removeAbsence")
    public void remove(
            @Context Caller caller,
            @PathParam("agent") String agent,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        UUID absence;
        try {
            absence = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.notFound("absence");
        }
        Parameters.unchanged(version);
        absences.remove(caller, PersonId.of(agent), absence);
    }
}
