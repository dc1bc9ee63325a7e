package io.switchboard.core.rest.survey;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.desk.survey.AnswerSurvey;
import io.switchboard.core.desk.survey.ReadSurveys;
import io.switchboard.core.rest.Page;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The surveys about one ticket: what its customer is asked, and what the desk knows of it. */
@Path("/tickets/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = TicketSurveyResource.class)
public final class TicketSurveyResource {
    private final ReadTicket read;
    private final AnswerSurvey answers;
    private final ReadSurveys surveys;

    /** Makes the resource. */
    @Activate
    public TicketSurveyResource(
            @Reference ReadTicket read, @Reference AnswerSurvey answers, @Reference ReadSurveys surveys) {
        this.read = read;
        this.answers = answers;
        this.surveys = surveys;
    }

    /** Shows what the caller is asked. */
    @GET
    @Path("/survey")
    @Operation(summary = "Look at what one is asked about a ticket of one's own", operationId = "getSurvey")
    public AskedView look(@Context Caller caller, @PathParam("ticket") String ticket) {
        return AskedView.of(answers.look(caller, read.resolve(ticket)));
    }

    /** Takes the caller's answer. */
    @POST
    @Path("/survey")
    @Operation(
            summary = "Say how it went with a ticket of one's own, or correct what one said",
            operationId = "answerSurvey")
    public AskedView answer(@Context Caller caller, @PathParam("ticket") String ticket, SurveyAnswersRequest request) {
        return AskedView.of(answers.handle(caller, read.resolve(ticket), request.given()));
    }

    /** Lists what became of each closure. */
    @GET
    @Path("/surveys")
    @Operation(
            summary = "What became of each closure of a ticket: who was asked, and what they said",
            operationId = "listTicketSurveys")
    public Page<SurveyView> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return new Page<>(
                surveys.of(caller, read.resolve(ticket)).stream()
                        .map(SurveyView::of)
                        .toList(),
                null);
    }
}
