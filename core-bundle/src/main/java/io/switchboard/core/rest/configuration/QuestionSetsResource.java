package io.switchboard.core.rest.configuration;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.configuration.DeskSettings.Versioned;
import io.switchboard.core.desk.question.QuestionSets;
import io.switchboard.core.desk.question.QuestionSets.Sets;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Which questions are asked about tickets of which category. */
@Path("/diagnostic-questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = QuestionSetsResource.class)
public final class QuestionSetsResource {
    private final QuestionSets questions;

    /** Makes the resource. */
    @Activate
    public QuestionSetsResource(@Reference QuestionSets questions) {
        this.questions = questions;
    }

    /** Reads the questions. */
    @GET
    @Operation(summary = "Read which questions are asked about which category", operationId = "getDiagnosticQuestions")
    public Response get(@Context Caller caller) {
        return answer(questions.get(caller));
    }

    /** Replaces the questions. */
    @PUT
    @Operation(summary = "Say which questions are asked about which category", operationId = "putDiagnosticQuestions")
    public Response put(
            @Context Caller caller,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            QuestionSetsRequest request) {
        return answer(questions.replace(caller, request.sets("sets"), Parameters.requiredIfMatch(version)));
    }

    private static Response answer(Versioned<Sets> sets) {
        return Response.ok(QuestionSetsView.of(sets.content()))
                .header(HttpHeaders.ETAG, Parameters.etag(sets.version()))
                .build();
    }
}
