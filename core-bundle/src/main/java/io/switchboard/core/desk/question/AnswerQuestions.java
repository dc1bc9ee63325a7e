package io.switchboard.core.desk.question;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.record.ReadTicket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks what finds out what a ticket is about, and keeps what is answered in fields of the ticket, so that it is read, found,
 * reported and erased like all others (WO3).
 */
@Component(service = AnswerQuestions.class)
public final class AnswerQuestions {
    static final int LONGEST = 2_000;

    private final TicketChanges changes;
    private final ReadTicket read;
    private final QuestionSets sets;

    /** Makes the use case. */
    @Activate
    public AnswerQuestions(@Reference TicketChanges changes, @Reference ReadTicket read, @Reference QuestionSets sets) {
        this.changes = changes;
        this.read = read;
        this.sets = sets;
    }

    /** A question, and what was answered or null. */
    public record Asked(Question question, @Nullable FieldValue answer) {}

    /** What is asked about a ticket, as it stands. */
    public record Questionnaire(Ticket ticket, List<Asked> asked) {
        /** Keeps a copy. */
        public Questionnaire {
            asked = List.copyOf(asked);
        }

        /** Returns the ids of what must be answered and is not. */
        public List<String> missing() {
            return asked.stream()
                    .filter(asked -> asked.question().required() && asked.answer() == null)
                    .map(asked -> asked.question().id())
                    .toList();
        }
    }

    /** Returns what is asked about a ticket. */
    public Questionnaire read(Caller caller, TicketId ticket) {
        return questionnaire(read.ticket(caller, ticket));
    }

    /**
     * Answers questions; those that are not named keep their answers.
     *
     * @param answers what is answered, by the ids of the questions; nothing takes an answer away
     * @throws SwitchboardException with {@code invalid-field} that names what is not asked or cannot be answered so
     */
    public Questionnaire answer(
            Caller caller, TicketId ticket, Precondition precondition, Map<String, Optional<FieldValue>> answers) {
        Ticket changed = changes.change(caller, ticket, precondition, edit -> {
                    AccessPolicy.require(caller, Right.TICKET_EDIT);
                    Map<String, Question> asked = sets
                            .of(edit.ticket().classification().category())
                            .stream()
                            .collect(Collectors.toMap(Question::id, Function.identity()));
                    check(asked, answers);
                    Map<String, FieldValue> after = new HashMap<>(edit.ticket().fields());
                    answers.forEach((id, answer) -> answer.ifPresent(value -> after.put(Question.field(id), value)));
                    new Limits().fields(after).check();
                    answers.forEach((id, answer) -> edit.draft().field(Question.field(id), answer.orElse(null)));
                    return ticket;
                })
                .ticket();
        return questionnaire(changed);
    }

    private static void check(Map<String, Question> asked, Map<String, Optional<FieldValue>> answers) {
        Limits limits = new Limits();
        answers.forEach((id, answer) -> {
            String field = "answers." + id;
            Question question = asked.get(id);
            if (question == null) {
                limits.wrong("answers", "has what is not asked about this ticket: " + shown(id));
            } else if (answer.isPresent() && !question.takes(answer.get())) {
                limits.wrong(field, question.demand());
            } else if (answer.isPresent() && answer.get() instanceof FieldValue.Text text) {
                limits.text(field, text.value(), LONGEST);
            }
        });
        limits.check();
    }

    private static String shown(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "...";
    }

    private Questionnaire questionnaire(Ticket ticket) {
        List<Asked> asked = sets.of(ticket.classification().category()).stream()
                .map(question -> new Asked(question, ticket.fields().get(question.field())))
                .toList();
        return new Questionnaire(ticket, asked);
    }
}
