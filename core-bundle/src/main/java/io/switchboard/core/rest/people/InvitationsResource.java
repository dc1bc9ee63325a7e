package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.directory.Invitations;
import io.switchboard.core.rest.PublicResource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Links by which people choose a password, once. */
@Path("/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = InvitationsResource.class)
public final class InvitationsResource {
    private final Invitations invitations;

    /** Makes the resource. */
    @Activate
    public InvitationsResource(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    /** Who is to choose a password. */
    public record InvitationRequest(@Nullable String person) {}

    /** The password that was chosen. */
    public record PasswordRequest(@Nullable String password) {}

    /** A token that was made; shown this once, or not at all if it was mailed. */
    public record MadeView(String person, @Nullable String token, boolean mailed, Instant expiresAt) {}

    /** Makes a token for a password. */
    @POST
    @Operation(
            summary =
                    "Let somebody choose a password: they are mailed a link or, without a courier, the token is shown once",
            operationId = "invite")
    public Response invite(@Context Caller caller, InvitationRequest request) {
        if (request.person() == null) {
            throw SwitchboardException.field("person", "must be the id of an agent or a customer");
        }
        return made(invitations.invite(caller, PersonId.of(request.person())));
    }

    /** Chooses a password. */
    @POST
    @Path("/{token}")
    @PublicResource
    @Operation(summary = "Choose a password by a one-time token", operationId = "acceptInvitation")
    public void accept(
            @PathParam("token") String token, PasswordRequest request, @Context HttpServletRequest connection) {
        String password = Reading.password(request.password(), null);
        if (password == null) {
            throw SwitchboardException.field("password", "must be given");
        }
        invitations.accept(token, password, connection.getRemoteAddr());
    }

    static Response made(Invitations.Made made) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new MadeView(made.person().toString(), made.token(), made.token() == null, made.expiresAt()))
                .build();
    }
}
