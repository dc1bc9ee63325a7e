package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.triage.DecideTriage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Deciding about a new ticket in the place of triage. */
@Component(service = TriageResource.class)
@JakartarsResource
@Path("tickets/{ticket}/triage")
public final class TriageResource {
    private final ReadTicket tickets;
    private final DecideTriage decide;

    /** Makes the resource. */
    @Activate
    public TriageResource(@Reference ReadTicket tickets, @Reference DecideTriage decide) {
        this.tickets = tickets;
        this.decide = decide;
    }

    /**
     * What a person decides. It can be decided once only, so no version needs to be given.
     *
     * @param confidential whether only the team and the participants may know of the ticket
     * @param team the id of the team that is to have it, or null
     * @param reason why, or null
     */
    public record DecisionRequest(
            boolean confidential,
            @Nullable String team,
            @Nullable String reason) {}

    /** Decides; the ticket becomes visible. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decide in the place of triage", operationId = "decideTriage")
    public void decide(@Context Caller caller, @PathParam("ticket") String ticket, DecisionRequest request) {
        decide.handle(
                caller,
                new DecideTriage.Command(
                        tickets.resolve(ticket),
                        Precondition.any(),
                        request.confidential(),
                        team(request.team()),
                        request.reason()));
    }

    private static @Nullable TeamId team(@Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            return new TeamId(UUID.fromString(id));
        } catch (IllegalArgumentException notAnIdentifier) {
            throw SwitchboardException.field("team", "must be the id of a team");
        }
    }
}
