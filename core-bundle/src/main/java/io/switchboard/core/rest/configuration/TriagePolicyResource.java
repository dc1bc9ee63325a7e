package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.triage.EditTriagePolicy;
import io.switchboard.core.triage.StoredTriagePolicy.Content;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What triage goes by. */
@Path("/triage-policy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TriagePolicyResource.class)
public final class TriagePolicyResource {
    private final EditTriagePolicy policy;

    /** Makes the resource. */
    @Activate
    public TriagePolicyResource(@Reference EditTriagePolicy policy) {
        this.policy = policy;
    }

    /** Reads the policy. */
    @GET
    @Operation(summary = "What triage goes by", operationId = "getTriagePolicy")
    public Response get(@Context Caller caller) {
        return answer(policy.get(caller));
    }

    /** Replaces the policy. */
    @PUT
    @Operation(
            summary = "Say what triage goes by: the team for the rest, and what rules, suggestions and skills count",
            operationId = "putTriagePolicy")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            TriagePolicyRequest request) {
        return answer(policy.replace(caller, request.content(), Parameters.requiredIfMatch(version)));
    }

    private static Response answer(Versioned<Content> policy) {
        return Response.ok(TriagePolicyView.of(policy.content()))
                .header(HttpHeaders.ETAG, Parameters.etag(policy.version()))
                .build();
    }
}
