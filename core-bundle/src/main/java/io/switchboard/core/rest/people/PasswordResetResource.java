package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.people.LinkTokens.Purpose;
import io.switchboard.core.people.directory.Invitations;
import io.switchboard.core.people.directory.PasswordReset;
import io.switchboard.core.rest.PublicResource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Choosing a new password by oneself. */
@Path("/password-reset")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = PasswordResetResource.class)
public final class PasswordResetResource {
    private final PasswordReset reset;
    private final Invitations invitations;

    /** Makes the resource. */
    @Activate
    public PasswordResetResource(@Reference PasswordReset reset, @Reference Invitations invitations) {
        this.reset = reset;
        this.invitations = invitations;
    }

    /** Whose password is forgotten. */
    public record ForgottenRequest(@Nullable String email) {}

    /** The password that was chosen. */
    public record NewPasswordRequest(@Nullable String password) {}

    /** Sends a token, if there is somebody of this address. */
    @POST
    @PublicResource
    @Operation(
            summary = "Send a link for a new password to an address; the answer is the same whether it is known or not",
            operationId = "askForPassword")
    public void ask(ForgottenRequest request, @Context HttpServletRequest connection) {
        reset.ask(Reading.address(request.email()), connection.getRemoteAddr());
    }

    /** Chooses a password. */
    @POST
    @Path("/{token}")
    @PublicResource
    @Operation(summary = "Choose a new password by a token; signs out everywhere", operationId = "resetPassword")
    public void choose(
            @PathParam("token") String token, NewPasswordRequest request, @Context HttpServletRequest connection) {
        String password = Reading.password(request.password(), null);
        if (password == null) {
            throw SwitchboardException.field("password", "must be given");
        }
        invitations.choose(Purpose.PASSWORD_RESET, token, password, connection.getRemoteAddr());
    }
}
