package io.switchboard.core.rest.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.Resolution;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.verification.Verifications.Answer;
import io.switchboard.core.desk.verification.VerificationByLink;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The customer's word on a solution, by the link of a letter. Reading changes nothing; only the POST counts. */
@Path("/verification/{token}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = VerificationResource.class)
public final class VerificationResource {
    private final VerificationByLink verification;

    /** Makes the resource. */
    @Activate
    public VerificationResource(@Reference VerificationByLink verification) {
        this.verification = verification;
    }

    /** What is to be verified; subject and solution only if the ticket is not confidential. */
    public record VerificationView(
            String number,
            @Nullable String subject,
            @Nullable String solution,
            String status,
            Instant expiresAt) {}

    /** What the customer says. */
    public record VerificationRequest(
            @Nullable String answer, @Nullable String comment) {}

    /** What came of it. */
    public record VerifiedView(String number, String answer, String status) {}

    /** Shows what is asked. */
    @GET
    @PublicResource
    @Operation(summary = "Look at the solution that a link asks about", operationId = "getVerification")
    public Response look(@PathParam("token") String token, @Context HttpServletRequest connection) {
        VerificationByLink.Asked asked = verification.look(token, connection.getRemoteAddr());
        Ticket ticket = asked.ticket();
        Resolution resolution = ticket.confidential() ? null : ticket.resolution();
        VerificationView view = new VerificationView(
                ticket.number(),
                ticket.confidential() ? null : ticket.subject(),
                resolution == null ? null : resolution.summary(),
                ticket.progress().status().id(),
                asked.expiresAt());
        return Response.ok(view).header("Cache-Control", "no-store").build();
    }

    /** Takes the answer. */
    @POST
    @PublicResource
    @Operation(
            summary = "Say whether a solution works, once: yes closes the ticket, no opens it again",
            operationId = "answerVerification")
    public VerifiedView answer(
            @PathParam("token") String token, VerificationRequest request, @Context HttpServletRequest connection) {
        Ticket ticket = verification.answer(
                token, new Answer(works(request.answer()), request.comment()), connection.getRemoteAddr());
        return new VerifiedView(
                ticket.number(),
                String.valueOf(request.answer()),
                ticket.progress().status().id());
    }

    static boolean works(@Nullable String answer) {
        if ("yes".equals(answer)) {
            return true;
        }
        if ("no".equals(answer)) {
            return false;
        }
        throw SwitchboardException.field("answer", "must be yes or no");
    }
}
