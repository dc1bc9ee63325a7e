package io.switchboard.core.rest.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.bulk.ChangeMany;
import io.switchboard.core.desk.bulk.ChangeMany.Change;
import io.switchboard.core.desk.progress.ResolutionText;
import io.switchboard.core.desk.record.ReadTicket;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** One change to many tickets. */
@Path("/tickets/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = BulkResource.class)
public final class BulkResource {
    private final ChangeMany change;
    private final ReadTicket read;

    /** Makes the resource. */
    @Activate
    public BulkResource(@Reference ChangeMany change, @Reference ReadTicket read) {
        this.change = change;
        this.read = read;
    }

    /** A ticket by id or number, and the version that was seen. */
    public record SeenRequest(
            @Nullable String ticket, @Nullable Long version) {}

    /** Who is to have the tickets. */
    public record AssignRequest(
            @Nullable String agent, @Nullable String team) {}

    /** Where the tickets are to go. */
    public record MoveRequest(
            @Nullable String to,
            @Nullable ResolutionText resolution,
            @Nullable String closure) {}

    /** The tickets, and exactly one change. */
    public record BulkRequest(
            @Nullable List<SeenRequest> tickets,
            @Nullable ObjectNode edit,
            @Nullable AssignRequest assign,
            @Nullable MoveRequest transition,
            @Nullable String disposition,
            @Nullable String macro,
            @Nullable String reason) {}

    /** Changes many tickets, and says which could not be changed and why. */
    @POST
    @Operation(summary = "Make one change to many tickets", operationId = "changeTickets")
    public Map<String, Object> change(@Context Caller caller, BulkRequest request) {
        AccessPolicy.requireKnown(caller);
        ChangeMany.Summary summary = change.handle(caller, seen(request.tickets()), wanted(request), request.reason());
        return Map.of(
                "changed",
                summary.changed().stream()
                        .map(ticket -> TicketView.of(ticket, caller))
                        .toList(),
                "refused",
                summary.refused().stream().map(BulkResource::refusal).toList());
    }

    private List<ChangeMany.Seen> seen(@Nullable List<SeenRequest> tickets) {
        List<ChangeMany.Seen> seen = new ArrayList<>();
        for (SeenRequest one : tickets == null ? List.<SeenRequest>of() : tickets) {
            if (one == null || one.ticket() == null || one.version() == null) {
                throw SwitchboardException.field("tickets", "must give ticket and version of each");
            }
            if (seen.size() == ChangeMany.MOST) {
                throw SwitchboardException.field("tickets", "must name 1 to " + ChangeMany.MOST + " tickets");
            }
            seen.add(new ChangeMany.Seen(read.resolve(one.ticket()), one.version()));
        }
        return seen;
    }

    private static Change wanted(BulkRequest request) {
        if (Stream.of(request.edit(), request.assign(), request.transition(), request.disposition(), request.macro())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw SwitchboardException.field(
                    "change", "must be exactly one of edit, assign, transition, disposition and macro");
        }
        if (request.edit() != null) {
            return new Change.Edit(new TicketPatch(request.edit()).patch());
        }
        AssignRequest assign = request.assign();
        if (assign != null) {
            return new Change.Assign(
                    assign.agent() == null ? null : PersonId.of(assign.agent()),
                    assign.team() == null ? null : TeamId.of(assign.team()));
        }
        MoveRequest move = request.transition();
        if (move != null) {
            if (move.to() == null) {
                throw SwitchboardException.field("transition.to", "must be given");
            }
            return new Change.Move(
                    new Status(move.to()),
                    move.resolution() == null ? null : move.resolution().resolution(),
                    ProgressResource.closure(move.to(), move.closure(), request.reason()));
        }
        if (request.macro() != null) {
            return new Change.Apply(MacroResource.macro(request.macro()));
        }
        return new Change.Dispose(Disposition.of(Objects.requireNonNull(request.disposition()), "disposition"));
    }

    private static Map<String, Object> refusal(ChangeMany.Refused refused) {
        return Map.of(
                "ticket", refused.ticket().toString(),
                "type", refused.why().code().type(),
                "title", String.valueOf(refused.why().getMessage()));
    }
}
