package io.switchboard.core.rest.session;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.people.SecondFactor;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The caller's authenticator app. */
@Path("/second-factor")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SecondFactorResource.class)
public final class SecondFactorResource {
    private static final int LONGEST_CODE = 40;

    private final SecondFactor secondFactor;

    /** Makes the resource. */
    @Activate
    public SecondFactorResource(@Reference SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    /** A code of the app, or a recovery code. */
    public record SecondFactorCodeRequest(@Nullable String code) {}

    /** How the caller stands. */
    public record SecondFactorView(boolean confirmed, boolean required, int recoveryCodesLeft) {}

    /** A secret for the app; the only time that it is shown. */
    public record SecretView(String secret, String uri) {}

    /** The recovery codes; the only time that they are shown. */
    public record RecoveryCodesView(List<String> recoveryCodes) {}

    /** Tells how the caller stands. */
    @GET
    @Operation(
            summary = "Whether I have an authenticator app, must have one, and how many recovery codes are left",
            operationId = "getSecondFactor")
    public SecondFactorView state(@Context Caller caller) {
        SecondFactor.State state = secondFactor.state(caller);
        return new SecondFactorView(state.confirmed(), state.required(), state.recoveryCodesLeft());
    }

    /** Makes a secret. */
    @POST
    @Operation(
            summary = "Make a secret for my authenticator app; it counts once a code of it was confirmed",
            operationId = "proposeSecondFactor")
    public Response propose(@Context Caller caller) {
        SecondFactor.Proposed proposed = secondFactor.propose(caller);
        return once(new SecretView(proposed.secret(), proposed.uri()));
    }

    /** Confirms the secret. */
    @POST
    @Path("/confirm")
    @Operation(
            summary = "Confirm my authenticator app by a code of it; answers recovery codes, once",
            operationId = "confirmSecondFactor")
    public Response confirm(@Context Caller caller, SecondFactorCodeRequest request) {
        return once(new RecoveryCodesView(secondFactor.confirm(caller, code(request))));
    }

    /** Removes the app. */
    @POST
    @Path("/remove")
    @Operation(
            summary = "Remove my authenticator app, by a code of it or a recovery code",
            operationId = "removeSecondFactor")
    public void remove(@Context Caller caller, SecondFactorCodeRequest request) {
        secondFactor.remove(caller, code(request));
    }

    private static String code(SecondFactorCodeRequest request) {
        String code = request.code();
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            throw SwitchboardException.field("code", "must be the present code of your authenticator app");
        }
        return code;
    }

    private static Response once(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
