package io.switchboard.core.rest.work;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.presence.Activity;
import io.switchboard.core.desk.presence.Present;
import io.switchboard.core.desk.presence.ShowPresence;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Who has a ticket open, and who writes there. */
@Path("/tickets/{ticket}/presence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = PresenceResource.class)
public final class PresenceResource {
    private final ReadTicket read;
    private final ShowPresence presence;

    /** Makes the resource. */
    @Activate
    public PresenceResource(@Reference ReadTicket read, @Reference ShowPresence presence) {
        this.read = read;
        this.presence = presence;
    }

    /** What the caller does at a ticket. */
    public record PresenceRequest(@Nullable String activity) {}

    /** Somebody at a ticket. */
    public record PresentView(PersonReference person, String activity, Instant until) {
        static PresentView of(Present present) {
            return new PresentView(present.person(), present.activity().id(), present.until());
        }
    }

    /** Lists who is there. */
    @GET
    @Operation(summary = "See who has a ticket open", operationId = "getPresence")
    public Page<PresentView> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return page(presence.list(caller, read.resolve(ticket)));
    }

    /** Says what the caller does there; it counts for a minute. */
    @PUT
    @Operation(
            summary = "Say that one has a ticket open, writes there, or is gone; it counts for a minute",
            operationId = "putPresence")
    public Page<PresentView> put(@Context Caller caller, @PathParam("ticket") String ticket, PresenceRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        String activity = request.activity();
        if (activity == null) {
            throw SwitchboardException.field("activity", "must be viewing, writing or gone");
        }
        return page(presence.put(caller, id, Activity.of(activity)));
    }

    private static Page<PresentView> page(List<Present> there) {
        return new Page<>(there.stream().map(PresentView::of).toList(), null);
    }
}
