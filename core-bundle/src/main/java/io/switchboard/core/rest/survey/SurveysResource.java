package io.switchboard.core.rest.survey;

import io.swagger.v3.oas.annotations.Operation;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.survey.ReadSurveys;
import io.switchboard.core.desk.survey.SurveyResult;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Page;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.ticket.TicketSummary;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** What customers said of how it went, for those of the desk: only about tickets that the caller sees. */
@Path("/surveys")
@Produces(MediaType.APPLICATION_JSON)
@JakartarsResource
@Component(service = SurveysResource.class)
public final class SurveysResource {
    private final ReadSurveys surveys;

    /** Makes the resource. */
    @Activate
    public SurveysResource(@Reference ReadSurveys surveys) {
        this.surveys = surveys;
    }

    /** An invitation with its answer, and the ticket that it is about. */
    public record SurveyedView(SurveyedTicketView ticket, SurveyView survey) {}

    /** The ticket of an invitation. */
    public record SurveyedTicketView(String id, String number, String subject) {
        static SurveyedTicketView of(TicketSummary ticket) {
            return new SurveyedTicketView(ticket.id().toString(), ticket.number(), ticket.subject());
        }
    }

    /** The figures of all surveys. */
    public record SurveyResultsView(List<SurveyResultView> items) {}

    /** The figures of a survey. */
    public record SurveyResultView(String survey, String kind, SurveyFiguresView figures, List<QueueView> teams) {
        static SurveyResultView of(SurveyResult result) {
            return new SurveyResultView(
                    result.survey(),
                    result.kind(),
                    SurveyFiguresView.of(result.figures()),
                    result.teams().stream()
                            .map(queue -> new QueueView(
                                    queue.team() == null ? null : queue.team().toString(),
                                    SurveyFiguresView.of(queue.figures())))
                            .toList());
        }
    }

    /** The figures of a queue; the team is null for tickets without one. */
    public record QueueView(@Nullable String team, SurveyFiguresView figures) {}

    /** Figures; a share of nothing is null. */
    public record SurveyFiguresView(
            long asked,
            long answered,
            @Nullable Double responseRate,
            @Nullable Double average,
            @Nullable Double content,
            @Nullable Double netPromoterScore,
            Map<Integer, Long> scores) {
        static SurveyFiguresView of(SurveyResult.Figures figures) {
            return new SurveyFiguresView(
                    figures.asked(),
                    figures.answered(),
                    figures.responseRate(),
                    figures.average(),
                    figures.content(),
                    figures.netPromoterScore(),
                    figures.scores());
        }
    }

    /** Lists invitations with their answers. */
    @GET
    @Operation(
            summary = "List who was asked how it went and what they said, the latest first; needs report.read",
            operationId = "listSurveys")
    public Page<SurveyedView> list(@Context Caller caller, @BeanParam SurveyQuery query) {
        ReadSurveys.Surveyed found = surveys.list(caller, query.page());
        List<SurveyRow> shown = found.invitations().stream().limit(query.size()).toList();
        String next = found.invitations().size() > query.size()
                ? Cursor.of(
                        SurveyQuery.LIST,
                        List.of(shown.get(shown.size() - 1).id().toString()))
                : null;
        return new Page<>(
                shown.stream()
                        .map(row -> new SurveyedView(
                                SurveyedTicketView.of(Objects.requireNonNull(
                                        found.tickets().get(row.ticketId()), "it was in scope a moment ago")),
                                SurveyView.of(row)))
                        .toList(),
                next);
    }

    /** Answers the figures. */
    @GET
    @Path("/results")
    @Operation(
            summary =
                    "How many were asked and answered, and what they said on the whole and in each queue; needs report.read",
            operationId = "getSurveyResults")
    public SurveyResultsView results(@Context Caller caller, @BeanParam SurveyQuery query) {
        return new SurveyResultsView(surveys.results(caller, query.period()).stream()
                .map(SurveyResultView::of)
                .toList());
    }
}
