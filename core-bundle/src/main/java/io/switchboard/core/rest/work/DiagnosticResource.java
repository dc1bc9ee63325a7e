package io.switchboard.core.rest.work;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.FieldValues;
import io.switchboard.core.desk.question.AnswerQuestions;
import io.switchboard.core.desk.question.AnswerQuestions.Asked;
import io.switchboard.core.desk.question.AnswerQuestions.Questionnaire;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What is asked about a ticket, and what was answered. */
@Path("/tickets/{ticket}/diagnostics")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = DiagnosticResource.class)
public final class DiagnosticResource {
    private final ReadTicket read;
    private final AnswerQuestions questions;

    /** Makes the resource. */
    @Activate
    public DiagnosticResource(@Reference ReadTicket read, @Reference AnswerQuestions questions) {
        this.read = read;
        this.questions = questions;
    }

    /** What is answered, by the ids of the questions; null takes an answer away. */
    public record AnswersRequest(@Nullable Map<String, @Nullable Object> answers) {}

    /** Reads what is asked. */
    @GET
    @Operation(summary = "Read what is asked about a ticket, and what was answered", operationId = "getDiagnostics")
    public Response get(@Context Caller caller, @PathParam("ticket") String ticket) {
        return answer(questions.read(caller, read.resolve(ticket)));
    }

    /** Answers. */
    @PUT
    @Operation(
            summary = "Answer what is asked about a ticket; what is not named keeps its answer",
            operationId = "answerDiagnostics")
    public Response put(
            @Context Caller caller,
            @PathParam("ticket") String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            AnswersRequest request) {
        TicketId id = read.resolve(ticket);
        read.ticket(caller, id);
        Map<String, @Nullable Object> answers = request.answers();
        if (answers == null) {
            throw SwitchboardException.field("answers", "must be given");
        }
        Map<String, Optional<FieldValue>> values = new LinkedHashMap<>();
        answers.forEach((name, value) ->
                values.put(name, value == null ? Optional.empty() : Optional.of(FieldValues.of(name, value))));
        return answer(questions.answer(caller, id, Parameters.requiredIfMatch(version), values));
    }

    private static Response answer(Questionnaire questionnaire) {
        List<Map<String, @Nullable Object>> items =
                questionnaire.asked().stream().map(DiagnosticResource::view).toList();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("items", items);
        view.put("missing", questionnaire.missing());
        return Response.ok(view)
                .header(HttpHeaders.ETAG, Parameters.etag(questionnaire.ticket().version()))
                .build();
    }

    private static Map<String, @Nullable Object> view(Asked asked) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", asked.question().id());
        view.put("text", asked.question().text());
        view.put("kind", asked.question().kind().id());
        view.put("choices", asked.question().choices());
        view.put("required", asked.question().required());
        view.put("answer", plain(asked.answer()));
        return view;
    }

    private static @Nullable Object plain(@Nullable FieldValue answer) {
        if (answer instanceof FieldValue.Text text) {
            return text.value();
        }
        if (answer instanceof FieldValue.Number number) {
            return number.value();
        }
        if (answer instanceof FieldValue.Flag flag) {
            return flag.value();
        }
        return answer instanceof FieldValue.Items items ? items.values() : null;
    }
}
