package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.Accounts;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The sessions and second factors of accounts. Neither has a version: ending what is not there is no harm. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = AccountsResource.class)
public final class AccountsResource {
    private final Accounts accounts;

    /** Makes the resource. */
    @Activate
    public AccountsResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** Ends all sessions of the caller, this one too. */
    @DELETE
    @Path("sessions")
    @Operation(summary = "Sign me out everywhere", operationId = "signOutEverywhere")
    public void endMine(@Context Caller caller) {
        accounts.signOutEverywhere(caller, AccessPolicy.requirePerson(caller));
    }

    /** Ends all sessions of somebody. */
    @DELETE
    @Path("people/{id}/sessions")
    @Operation(summary = "Sign somebody out everywhere", operationId = "endSessions")
    public void end(@Context Caller caller, @PathParam("id") String id) {
        accounts.signOutEverywhere(caller, PersonId.of(id));
    }

    /** Takes the authenticator app from somebody. */
    @DELETE
    @Path("people/{id}/second-factor")
    @Operation(
            summary = "Take the authenticator app from somebody who lost it; signs them out everywhere",
            operationId = "resetSecondFactor")
    public void resetSecondFactor(@Context Caller caller, @PathParam("id") String id) {
        accounts.resetSecondFactor(caller, PersonId.of(id));
    }
}
