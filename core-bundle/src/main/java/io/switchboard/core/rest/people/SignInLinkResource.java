package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.Invitations;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Tokens by which a customer signs in, once. */
@Path("/customers/{id}/sign-in-link")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SignInLinkResource.class)
public final class SignInLinkResource {
    private final Invitations invitations;

    /** Makes the resource. */
    @Activate
    public SignInLinkResource(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    /** Makes a token that signs a customer in. */
    @POST
    @Operation(
            summary =
                    "Let a customer sign in once: they are mailed a link or, without a courier, the token is shown once",
            operationId = "makeSignInLink")
    public Response make(@Context Caller caller, @PathParam("id") String id) {
        return InvitationsResource.made(invitations.signInLink(caller, PersonId.of(id)));
    }
}
