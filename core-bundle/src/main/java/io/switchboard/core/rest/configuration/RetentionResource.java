package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.retention.PreviewRetention;
import io.switchboard.core.desk.retention.RetentionRules;
import io.switchboard.core.desk.retention.RetentionRules.Rules;
import io.switchboard.core.desk.retention.RetentionRuns;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** How long the desk keeps what. */
@Path("/retention")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = RetentionResource.class)
public final class RetentionResource {
    private final RetentionRules rules;
    private final RetentionRuns runs;
    private final PreviewRetention preview;

    /** Makes the resource. */
    @Activate
    public RetentionResource(
            @Reference RetentionRules rules, @Reference RetentionRuns runs, @Reference PreviewRetention preview) {
        this.rules = rules;
        this.runs = runs;
        this.preview = preview;
    }

    /** Reads the rules. */
    @GET
    @Operation(summary = "How long the desk keeps what, and what the latest run took", operationId = "getRetention")
    public Response get(@Context Caller caller) {
        return answer(rules.get(caller));
    }

    /** Replaces the rules. */
    @PUT
    @Operation(
            summary = "Say how long the desk keeps what; what is left out is kept for ever",
            operationId = "putRetention")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            RetentionRequest request) {
        return answer(rules.replace(caller, request.rules(), Parameters.requiredIfMatch(version)));
    }

    /** Counts what rules would take now. */
    @POST
    @Path("preview")
    @Operation(
            summary = "Count what such rules would take if they ran now, each up to 10,000; nothing is changed",
            operationId = "previewRetention")
    public ExpectedPage preview(@Context Caller caller, RetentionRequest request) {
        return ExpectedPage.of(preview.handle(caller, request.rules()));
    }

    private Response answer(Versioned<Rules> current) {
        return Response.ok(RetentionView.of(current.content(), runs.latest().orElse(null)))
                .header(HttpHeaders.ETAG, Parameters.etag(current.version()))
                .build();
    }
}
