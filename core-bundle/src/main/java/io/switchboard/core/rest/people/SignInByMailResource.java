package io.switchboard.core.rest.people;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.people.directory.SignInByMail;
import io.switchboard.core.rest.PublicResource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Links by which customers sign in, as they ask for them themselves. */
@Path("/sign-in-link")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SignInByMailResource.class)
public final class SignInByMailResource {
    private final SignInByMail signIn;

    /** Makes the resource. */
    @Activate
    public SignInByMailResource(@Reference SignInByMail signIn) {
        this.signIn = signIn;
    }

    /** Who wants to sign in. */
    public record LinkByMailRequest(@Nullable String email) {}

    /** Sends a link, if there is a customer of this address. */
    @POST
    @PublicResource
    @Operation(
            summary =
                    "Send a customer a link that signs them in; the answer is the same whether the address is known or not",
            operationId = "askForSignInLink")
    public void ask(LinkByMailRequest request, @Context HttpServletRequest connection) {
        signIn.ask(Reading.address(request.email()), connection.getRemoteAddr());
    }
}
