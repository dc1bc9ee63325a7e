package io.switchboard.core.rest.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.notification.ReferTicket;
import io.switchboard.core.desk.notification.ReferTicket.Referred;
import io.switchboard.core.desk.record.ReadTicket;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Referring a ticket to a team, which looks at it and does not take it over. */
@Path("/tickets/{ticket}/referrals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = ReferralResource.class)
public final class ReferralResource {
    private final ReadTicket read;
    private final ReferTicket refer;

    /** Makes the resource. */
    @Activate
    public ReferralResource(@Reference ReadTicket read, @Reference ReferTicket refer) {
        this.read = read;
        this.refer = refer;
    }

    /** To which team, and why. */
    public record ReferralRequest(
            @Nullable String team, @Nullable String reason) {}

    /** What came of a referral: the ids of those who began to watch. */
    public record ReferralView(String team, String name, List<String> watching) {
        static ReferralView of(Referred referred) {
            return new ReferralView(
                    referred.team().toString(),
                    referred.name(),
                    referred.watching().stream().map(PersonId::toString).toList());
        }
    }

    /** Refers the ticket. */
    @POST
    @Operation(summary = "Refer a ticket to a team, whose members begin to watch it", operationId = "referTicket")
    public Response add(@Context Caller caller, @PathParam("ticket") String ticket, ReferralRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        Referred referred = refer.handle(caller, id, team(request.team()), request.reason());
        return Response.created(URI.create("/api/v1/tickets/" + id + "/participants"))
                .entity(ReferralView.of(referred))
                .build();
    }

    private static TeamId team(@Nullable String id) {
        try {
            return new TeamId(UUID.fromString(String.valueOf(id)));
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field("team", "must be the id of a team");
        }
    }
}
