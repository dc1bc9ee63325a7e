package io.switchboard.core.desk.person;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.desk.person.RedactTicket.Redaction;
import io.switchboard.core.store.Json;
import io.switchboard.core.store.draft.DraftRow;
import io.switchboard.core.store.draft.DraftStore;
import io.switchboard.core.store.escalation.EscalationRow;
import io.switchboard.core.store.escalation.EscalationStore;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import io.switchboard.core.store.work.TaskRow;
import io.switchboard.core.store.work.TaskStore;
import io.switchboard.core.store.work.TimeRow;
import io.switchboard.core.store.work.TimeStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a person's words and name out of the tasks, the working time, the drafts, the escalations and the
 * surveys of a ticket. That there was a task, and
 * how long was worked, stays. Works in the thread's transaction.
 */
@Component(service = RedactWork.class)
public final class RedactWork {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final TaskStore tasks;
    private final TimeStore times;
    private final DraftStore drafts;
    private final EscalationStore escalations;
    private final SurveyStore surveys;

    /** Makes it. */
    @Activate
    public RedactWork(
            @Reference TaskStore tasks,
            @Reference TimeStore times,
            @Reference DraftStore drafts,
            @Reference EscalationStore escalations,
            @Reference SurveyStore surveys) {
        this.tasks = tasks;
        this.times = times;
        this.drafts = drafts;
        this.escalations = escalations;
        this.surveys = surveys;
    }

    void redact(Ticket ticket, Redaction redaction) {
        List<TicketId> own = List.of(ticket.id());
        for (TaskRow task : tasks.of(own)) {
            String left = RedactTicket.cut(left(task.title(), task.author(), redaction));
            if (!left.equals(task.title())) {
                tasks.rewrite(task.id(), left);
            }
        }
        for (TimeRow time : times.of(own)) {
            String note = time.note();
            String left = note == null ? null : left(note, time.author(), redaction);
            if (!Objects.equals(note, left)) {
                times.rewrite(time.id(), left);
            }
        }
        drafts.at(ticket.id()).forEach(draft -> redact(draft, redaction));
        escalations.of(own).forEach(escalation -> redact(escalation, redaction));
        surveys.of(ticket.id()).forEach(survey -> redact(survey, redaction));
    }

    /** What was chosen stays, as figures do. */
    private void redact(SurveyRow row, Redaction redaction) {
        String words = row.words();
        if (words == null) {
            return;
        }
        Map<String, String> left = new TreeMap<>(Json.read(words, TEXTS));
        left.replaceAll((question, text) -> left(text, row.person(), redaction));
        String written = Json.write(left);
        if (!written.equals(words)) {
            surveys.rewrite(row.id(), written);
        }
    }

    private void redact(EscalationRow row, Redaction redaction) {
        String answer = row.answer();
        escalations.rewrite(
                row.id(),
                left(row.explanation(), row.author(), redaction),
                answer == null ? null : left(answer, row.answeredBy(), redaction));
    }

    private void redact(DraftRow draft, Redaction redaction) {
        String left = redaction.identifiers().mask(draft.body());
        if (!left.equals(draft.body())) {
            long version = draft.version();
            drafts.update(
                    new DraftRow(
                            draft.person(),
                            draft.ticketId(),
                            draft.kind(),
                            left,
                            draft.format(),
                            version + 1,
                            draft.updatedAt()),
                    version);
        }
    }

    private static String left(String words, @Nullable PersonId author, Redaction redaction) {
        boolean own = redaction.person().equals(author);
        return own && redaction.words() == TicketWords.EMPTY
                ? Identifiers.ERASED
                : redaction.identifiers().mask(words);
    }
}
