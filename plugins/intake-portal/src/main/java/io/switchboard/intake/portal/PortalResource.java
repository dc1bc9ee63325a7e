package io.switchboard.intake.portal;

import io.switchboard.api.desk.Contact;
import io.switchboard.api.ui.Access;
import io.switchboard.api.ui.CurrentCaller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The portal as JSON, below {@code /api/v1/x/intake-portal}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Access(Access.Who.ANYBODY)
@JakartarsResource
@Component(service = PortalResource.class)
public final class PortalResource {
    private final Portal portal;

    /** Makes the resource. */
    @Activate
    public PortalResource(@Reference Portal portal) {
        this.portal = portal;
    }

    /** A request for help; type, category and answers are those that the form offers. */
    public record AskRequest(
            @Nullable String name,
            @Nullable String email,
            @Nullable String subject,
            @Nullable String description,
            @Nullable String type,
            @Nullable String category,
            @Nullable String errorMessages,
            @Nullable String userImpact,
            @Nullable Map<String, @Nullable String> answers) {
        private Request request() {
            return new Request(
                    new Contact(name, email, null),
                    said(subject),
                    said(description),
                    Topic.of(type, category),
                    Request.told(errorMessages, userImpact),
                    said(answers),
                    List.of());
        }
    }

    /** The customer's answer. */
    public record AnswerRequest(@Nullable String body) {}

    /** The customer's word on the solution. */
    public record VerificationRequest(
            @Nullable String answer, @Nullable String comment) {}

    /** What the customer says of how it went, by the ids of the questions. */
    public record SurveyRequest(@Nullable Map<String, @Nullable String> answers) {}

    /** Opens a ticket; the answer holds the number and the private link. */
    @POST
    @Path("/tickets")
    public Response ask(@Context CurrentCaller caller, AskRequest request) {
        Portal.Receipt receipt = portal.ask(request.request(), caller.remoteAddress());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of(
                        "number", receipt.number(), "link", receipt.link().toString()))
                .build();
    }

    /** Returns the ticket behind a private link. */
    @GET
    @Path("/follow/{token}")
    public Map<String, Object> follow(@PathParam("token") String token) {
        return FollowedView.of(portal.follow(token));
    }

    /** Adds the customer's answer. */
    @POST
    @Path("/follow/{token}/messages")
    public Response answer(@Context CurrentCaller caller, @PathParam("token") String token, AnswerRequest request) {
        portal.answer(token, said(request.body()), List.of(), caller.remoteAddress());
        return Response.status(Response.Status.CREATED).entity(follow(token)).build();
    }

    /** Takes the customer's word on the solution, and returns the ticket. */
    @POST
    @Path("/follow/{token}/verification")
    public Map<String, Object> verify(
            @Context CurrentCaller caller, @PathParam("token") String token, VerificationRequest request) {
        portal.verify(token, request.answer(), request.comment(), caller.remoteAddress());
        return follow(token);
    }

    /** Takes what the customer says of how it went, and returns the ticket. */
    @POST
    @Path("/follow/{token}/survey")
    public Map<String, Object> rate(
            @Context CurrentCaller caller, @PathParam("token") String token, SurveyRequest request) {
        portal.rate(token, said(request.answers()), caller.remoteAddress());
        return follow(token);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, String> said(@Nullable Map<String, @Nullable String> answers) {
        Map<String, String> said = new HashMap<>();
        if (answers != null) {
            answers.forEach((question, answer) -> said.put(question, said(answer)));
        }
        return said;
    }
}
