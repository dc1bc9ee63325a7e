package io.switchboard.core.rest.ticket;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.VerificationMethod;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.desk.progress.LegalTransitions;
import io.switchboard.core.desk.progress.PostponeTicket;
import io.switchboard.core.desk.progress.ResolutionText;
import io.switchboard.core.desk.progress.TransitionTicket;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Where a ticket stands and who has it. */
@Path("/tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ProgressResource.class)
public final class ProgressResource {
    private final ReadTicket read;
    private final TransitionTicket transition;
    private final LegalTransitions legal;
    private final AssignTicket assign;
    private final PostponeTicket postpone;

    /** Makes the resource. */
    @Activate
    public ProgressResource(
            @Reference ReadTicket read,
            @Reference TransitionTicket transition,
            @Reference LegalTransitions legal,
            @Reference AssignTicket assign,
            @Reference PostponeTicket postpone) {
        this.read = read;
        this.transition = transition;
        this.legal = legal;
        this.assign = assign;
        this.postpone = postpone;
    }

    /** A transition that is wanted. */
    public record TransitionRequest(
            @Nullable String to,
            @Nullable String reason,
            @Nullable ResolutionText resolution,
            @Nullable String closure,
            @Nullable String verification,
            @Nullable Instant until) {}

    /** Who is to have a ticket. */
    public record AssignmentRequest(
            @Nullable String agent,
            @Nullable String team,
            @Nullable String reason) {}

    /** Until when a ticket is to sleep. */
    public record PostponementRequest(@Nullable Instant until) {}

    /** Lists the legal transitions, with what each still lacks. */
    @GET
    @Path("/transitions")
    @Operation(summary = "List the legal transitions and what each still lacks", operationId = "getTransitions")
    public Map<String, List<LegalTransitions.Legal>> transitions(
            @Context Caller caller, @PathParam("ticket") String ticket) {
        return Map.of("items", legal.handle(caller, read.resolve(ticket)));
    }

    /** Makes a transition. */
    @POST
    @Path("/transitions")
    @Operation(summary = "Move a ticket along its lifecycle", operationId = "transitionTicket")
    public Response transition(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            TransitionRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        if (request.to() == null) {
            throw SwitchboardException.field("to", "must be given");
        }
        ResolutionText resolution = request.resolution();
        return TicketResource.answer(
                caller,
                transition.handle(
                        caller,
                        new TransitionTicket.Command(
                                id,
                                Parameters.requiredIfMatch(version),
                                new Status(request.to()),
                                request.reason(),
                                resolution == null ? null : resolution.resolution(),
                                closure(request.to(), request.closure(), request.reason()),
                                verification(request.verification()),
                                request.until())));
    }

    private static @Nullable VerificationMethod verification(@Nullable String verification) {
        return verification == null ? null : VerificationMethod.of(verification, "verification");
    }

    /** Reads why the matter is at an end; a reason to close that is the id of one says it too. */
    static @Nullable ClosureReason closure(String to, @Nullable String closure, @Nullable String reason) {
        if (closure != null) {
            return ClosureReason.of(closure, "closure");
        }
        return Arrays.stream(ClosureReason.values())
                .filter(known -> Status.CLOSED.id().equals(to) && known.id().equals(reason))
                .findFirst()
                .orElse(null);
    }

    /** Gives the ticket to somebody. */
    @PUT
    @Path("/assignment")
    @Operation(summary = "Give a ticket to an agent or a team", operationId = "assignTicket")
    public Response assign(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            AssignmentRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return TicketResource.answer(
                caller,
                assign.handle(
                        caller,
                        new AssignTicket.Command(
                                id,
                                Parameters.requiredIfMatch(version),
                                request.agent() == null ? null : new PersonId(uuid("agent", request.agent())),
                                request.team() == null ? null : new TeamId(uuid("team", request.team())),
                                request.reason())));
    }

    /** Lets the ticket sleep, or wakes it. */
    @PUT
    @Path("/postponement")
    @Operation(summary = "Let a ticket sleep until a time, or wake it", operationId = "postponeTicket")
    public Response postpone(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            PostponementRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return TicketResource.answer(
                caller, postpone.handle(caller, id, Parameters.requiredIfMatch(version), request.until()));
    }

    private static UUID uuid(String field, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field(field, "must be an id");
        }
    }
}
