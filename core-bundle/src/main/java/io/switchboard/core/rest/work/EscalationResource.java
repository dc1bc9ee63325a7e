package io.switchboard.core.rest.work;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.escalation.AnswerEscalation;
import io.switchboard.core.desk.escalation.EscalateTicket;
import io.switchboard.core.desk.escalation.EscalateTicket.Escalated;
import io.switchboard.core.desk.escalation.Escalation;
import io.switchboard.core.desk.escalation.EscalationKind;
import io.switchboard.core.desk.escalation.ReadEscalations;
import io.switchboard.core.desk.escalation.Verdict;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** How a ticket goes up, and what is answered to that. */
@Path("/tickets/{ticket}/escalations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = EscalationResource.class)
public final class EscalationResource {
    private final ReadTicket read;
    private final ReadEscalations escalations;
    private final EscalateTicket escalate;
    private final AnswerEscalation answer;

    /** Makes the resource. */
    @Activate
    public EscalationResource(
            @Reference ReadTicket read,
            @Reference ReadEscalations escalations,
            @Reference EscalateTicket escalate,
            @Reference AnswerEscalation answer) {
        this.read = read;
        this.escalations = escalations;
        this.escalate = escalate;
        this.answer = answer;
    }

    /** An escalation that is wanted. */
    public record EscalationRequest(
            @Nullable String kind,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable String team,
            @Nullable Integer tier) {}

    /** What is answered to an escalation. */
    public record VerdictRequest(
            @Nullable String verdict, @Nullable String explanation) {}

    /** Lists the escalations. */
    @GET
    @Operation(summary = "List how a ticket was escalated", operationId = "listEscalations")
    public Page<EscalationView> list(@Context Caller caller, @PathParam("ticket") String ticket) {
        return new Page<>(
                escalations.handle(caller, read.resolve(ticket)).stream()
                        .map(EscalationView::of)
                        .toList(),
                null);
    }

    /** Escalates the ticket. */
    @POST
    @Operation(summary = "Escalate a ticket to a team, to management, or for a review", operationId = "escalateTicket")
    public Response add(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            EscalationRequest request) {
        TicketId id = seen(caller, ticket);
        Escalated done = escalate.handle(caller, id, Parameters.ifMatch(version), wish(request));
        URI where = URI.create("/api/v1/tickets/" + id + "/escalations");
        return tagged(Response.created(where), done);
    }

    /** Answers an escalation. */
    @POST
    @Path("/{escalation}/answer")
    @Operation(summary = "Take an escalation on, or send it back", operationId = "answerEscalation")
    public Response answer(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @PathParam("escalation") String escalation,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            VerdictRequest request) {
        TicketId id = seen(caller, ticket);
        Verdict verdict = Verdict.of(String.valueOf(request.verdict()));
        return tagged(
                Response.ok(),
                answer.handle(
                        caller,
                        id,
                        Parameters.ifMatch(version),
                        Ids.inPath("escalation", escalation),
                        verdict,
                        request.explanation()));
    }

    private TicketId seen(Caller caller, String ticket) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        return id;
    }

    private static Escalation.Wish wish(EscalationRequest request) {
        String team = request.team();
        return new Escalation.Wish(
                EscalationKind.of(String.valueOf(request.kind())),
                reason(request.reason()),
                request.explanation(),
                team == null ? null : new TeamId(Ids.inBody("team", team)),
                request.tier(),
                null);
    }

    private static EscalationRule.Reason reason(@Nullable String id) {
        List<EscalationRule.Reason> known = Arrays.asList(EscalationRule.Reason.values());
        return known.stream()
                .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "reason",
                        "must be one of "
                                + known.stream()
                                        .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }

    private static Response tagged(Response.ResponseBuilder response, Escalated done) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(done.ticket().version()))
                .entity(EscalationView.of(done.escalation()))
                .build();
    }
}
