package io.switchboard.core.rest.survey;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.desk.survey.SurveyByLink;
import io.switchboard.core.rest.PublicResource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How it went, by the link of a letter. Reading changes nothing; only the POST counts. */
@Path("/survey/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SurveyResource.class)
public final class SurveyResource {
    private final SurveyByLink surveys;

    /** Makes the resource. */
    @Activate
    public SurveyResource(@Reference SurveyByLink surveys) {
        this.surveys = surveys;
    }

    /** The ticket that is asked about, its subject only if it is not confidential, and what is asked. */
    public record LinkedSurveyView(String number, @Nullable String subject, AskedView asked) {
        static LinkedSurveyView of(SurveyByLink.Asked asked) {
            return new LinkedSurveyView(
                    asked.ticket().number(),
                    asked.ticket().confidential() ? null : asked.ticket().subject(),
                    AskedView.of(asked.invitation()));
        }
    }

    /** Shows what is asked. */
    @GET
    @PublicResource
    @Operation(summary = "Look at the survey that a link leads to", operationId = "getLinkedSurvey")
    public Response look(@PathParam("token") String token, @Context HttpServletRequest connection) {
        LinkedSurveyView view = LinkedSurveyView.of(surveys.look(token, connection.getRemoteAddr()));
        return Response.ok(view).header("Cache-Control", "no-store").build();
    }

    /** Takes the answer. */
    @POST
    @PublicResource
    @Operation(
            summary = "Answer the survey that a link leads to, or correct the answer",
            operationId = "answerLinkedSurvey")
    public LinkedSurveyView answer(
            @PathParam("token") String token, SurveyAnswersRequest request, @Context HttpServletRequest connection) {
        return LinkedSurveyView.of(surveys.answer(token, request.given(), connection.getRemoteAddr()));
    }
}
