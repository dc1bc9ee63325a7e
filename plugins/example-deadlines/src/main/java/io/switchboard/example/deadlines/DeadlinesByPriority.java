package io.switchboard.example.deadlines;

import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.plugin.SwitchboardPlugin;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Two deadlines for each ticket, counted from its opening: of the first answer, and of the solution. It keeps nothing: both are
 * worked out anew each time from the ticket and its history.
 */
@Component
@Designate(ocd = DeadlineSettings.class)
@SwitchboardPlugin(socket = "DeadlinePolicy")
public final class DeadlinesByPriority implements DeadlinePolicy {
    private final List<Duration> answers;
    private final List<Duration> solutions;
    private final Set<String> still;

    /** Takes the settings. */
    @Activate
    public DeadlinesByPriority(DeadlineSettings settings) {
        this(
                List.of(
                        Duration.ofMinutes(settings.answerP1()),
                        Duration.ofMinutes(settings.answerP2()),
                        Duration.ofMinutes(settings.answerP3()),
                        Duration.ofMinutes(settings.answerP4())),
                List.of(
                        Duration.ofHours(settings.solutionP1()),
                        Duration.ofHours(settings.solutionP2()),
                        Duration.ofHours(settings.solutionP3()),
                        Duration.ofHours(settings.solutionP4())),
                Set.copyOf(Arrays.asList(settings.still())));
    }

    DeadlinesByPriority(List<Duration> answers, List<Duration> solutions, Set<String> still) {
        this.answers = answers;
        this.solutions = solutions;
        this.still = still;
    }

    @Override
    public List<DeadlineAdvice> deadlines(DeadlineQuestion question) {
        return List.of(answer(question), solution(question));
    }

    private DeadlineAdvice answer(DeadlineQuestion question) {
        Ticket ticket = question.ticket();
        Duration allowed = answers.get(priority(ticket).ordinal());
        Instant answered = question.history().stream()
                .filter(event -> event.type() == EventType.MESSAGE_SENT)
                .map(TicketEvent::at)
                .findFirst()
                .orElse(null);
        return new DeadlineAdvice(
                "first_response",
                ticket.createdAt().plus(allowed),
                warning(ticket.createdAt().plus(allowed), allowed),
                answered,
                priority(ticket) + " is to be answered within " + Span.text(allowed) + " of its opening");
    }

    private DeadlineAdvice solution(DeadlineQuestion question) {
        Ticket ticket = question.ticket();
        Duration allowed = solutions.get(priority(ticket).ordinal());
        Duration stood = Standstill.in(still, question);
        Instant due = ticket.createdAt().plus(allowed).plus(stood);
        boolean solved = ticket.progress().stage() == Stage.RESOLUTION;
        boolean stands = !solved && still.contains(ticket.progress().status().id());
        String why = priority(ticket) + " is to be solved within " + Span.text(allowed) + " of its opening"
                + (stood.isZero() ? "" : "\nplus " + Span.text(stood) + " in which the time stood still")
                + (stands
                        ? "\nthe time stands still in the status "
                                + ticket.progress().status()
                        : "");
        return new DeadlineAdvice(
                "resolution",
                stands ? null : due,
                stands ? null : warning(due, allowed),
                solved ? ticket.progress().statusSince() : null,
                why);
    }

    private static Priority priority(Ticket ticket) {
        return ticket.classification().priority();
    }

    /** A fifth of the time before. */
    private static Instant warning(Instant due, Duration allowed) {
        return due.minus(allowed.dividedBy(5));
    }
}
