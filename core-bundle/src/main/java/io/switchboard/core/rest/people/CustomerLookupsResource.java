package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.lookup.LookAgain;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Looks everybody with an open ticket up in the directories that plugins bring. */
@Path("/customer-lookups")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = CustomerLookupsResource.class)
public final class CustomerLookupsResource {
    private final LookAgain again;

    /** Makes the resource. */
    @Activate
    public CustomerLookupsResource(@Reference LookAgain again) {
        this.again = again;
    }

    /** Begins to look them up. */
    @POST
    @Operation(
            summary = "Look everybody with an open ticket up in the customer directories, in the background",
            operationId = "lookUpCustomers")
    public void lookUp(@Context Caller caller) {
        again.now(caller);
    }
}
