package io.switchboard.core.rest.root;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.backup.DeliveryHold;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Whether the desk sends anything to the outside; a restored copy does not until it is released. */
@Path("/delivery-hold")
@JakartarsResource
@Component(service = DeliveryHoldResource.class)
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveryHoldResource {
    private final DeliveryHold hold;

    /** Makes the resource. */
    @Activate
    public DeliveryHoldResource(@Reference DeliveryHold hold) {
        this.hold = hold;
    }

    /**
     * Whether it is held.
     *
     * @param held true for a restored copy that nobody has released
     */
    public record HoldView(boolean held) {}

    /** Tells it. */
    @GET
    @Operation(summary = "Read whether deliveries are held", operationId = "getDeliveryHold")
    public HoldView read(@Context Caller caller) {
        AccessPolicy.require(caller, Right.OPERATION_READ);
        return new HoldView(hold.held());
    }

    /** Lets the desk send from now on. */
    @POST
    @Path("/release")
    @Operation(summary = "Let a restored copy send from now on", operationId = "releaseDeliveries")
    public HoldView release(@Context Caller caller) {
        AccessPolicy.require(caller, Right.OPERATION_RUN);
        hold.release();
        return new HoldView(hold.held());
    }
}
