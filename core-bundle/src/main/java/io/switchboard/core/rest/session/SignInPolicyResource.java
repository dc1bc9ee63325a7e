package io.switchboard.core.rest.session;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.people.SignInPolicy;
import io.switchboard.core.people.SignInPolicy.Terms;
import io.switchboard.core.people.SignInPolicy.Versioned;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What the desk demands of those who sign in. */
@Path("/sign-in-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SignInPolicyResource.class)
public final class SignInPolicyResource {
    private static final int MOST = 100;
    private static final int LONGEST_ISSUER = 200;

    private final SignInPolicy policy;

    /** Makes the resource. */
    @Activate
    public SignInPolicyResource(@Reference SignInPolicy policy) {
        this.policy = policy;
    }

    /** The policy as it is wanted. */
    public record SignInPolicyRequest(
            @Nullable List<String> secondFactorRoles,
            @Nullable List<String> customersFrom) {}

    /** Reads the policy. */
    @GET
    @Operation(summary = "What the desk demands of those who sign in", operationId = "getSignInPolicy")
    public Response get(@Context Caller caller) {
        return answer(policy.get(caller));
    }

    /** Changes the policy. */
    @PUT
    @Operation(
            summary = "Say which roles must have an authenticator app, and which other systems may bring customers;"
                    + " the rights of holders without an app rest",
            operationId = "putSignInPolicy")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            SignInPolicyRequest request) {
        List<String> roles = request.secondFactorRoles();
        if (roles == null || roles.size() > MOST || roles.stream().anyMatch(Objects::isNull)) {
            throw SwitchboardException.field("secondFactorRoles", "must be a list of ids of roles, at most " + MOST);
        }
        Set<String> issuers = issuers(request.customersFrom());
        Precondition wanted = Parameters.requiredIfMatch(ifMatch);
        long version = wanted instanceof Precondition.Version exact
                ? exact.version()
                : policy.get(caller).version();
        return answer(policy.replace(caller, new Terms(new TreeSet<>(roles), issuers), version));
    }

    private static Set<String> issuers(@Nullable List<String> issuers) {
        if (issuers == null) {
            return Set.of();
        }
        Limits limits = new Limits();
        issuers.stream().limit(MOST).forEach(issuer -> limits.line("customersFrom", issuer, LONGEST_ISSUER));
        limits.check();
        if (issuers.size() > MOST) {
            throw SwitchboardException.field("customersFrom", "must be at most " + MOST + " issuers");
        }
        return new TreeSet<>(issuers);
    }

    private static Response answer(Versioned versioned) {
        return Response.ok(versioned.terms())
                .header(HttpHeaders.ETAG, Parameters.etag(versioned.version()))
                .build();
    }
}
