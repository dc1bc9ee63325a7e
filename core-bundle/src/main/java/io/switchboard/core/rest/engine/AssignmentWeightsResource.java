package io.switchboard.core.rest.engine;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.triage.AssignmentWeights;
import io.switchboard.core.triage.RuleWeights;
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

/** By what the assignment rules count, for the desk and for single queues. */
@Path("/assignment/weights")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = AssignmentWeightsResource.class)
public final class AssignmentWeightsResource {
    private final AssignmentWeights weights;

    /** Makes the resource. */
    @Activate
    public AssignmentWeightsResource(@Reference AssignmentWeights weights) {
        this.weights = weights;
    }

    /** Reads the weights. */
    @GET
    @Operation(summary = "By what the assignment rules count in each queue", operationId = "getAssignmentWeights")
    public Response get(@Context Caller caller) {
        return answer(weights.get(caller));
    }

    /** Replaces the weights. */
    @PUT
    @Operation(
            summary = "Say by what the assignment rules count; holds for what is assigned from then on",
            operationId = "putAssignmentWeights")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            WeightsRequest request) {
        return answer(weights.replace(caller, request.weights(), Parameters.requiredIfMatch(version)));
    }

    private static Response answer(Versioned<RuleWeights> current) {
        return Response.ok(WeightsView.of(current.content()))
                .header(HttpHeaders.ETAG, Parameters.etag(current.version()))
                .build();
    }
}
