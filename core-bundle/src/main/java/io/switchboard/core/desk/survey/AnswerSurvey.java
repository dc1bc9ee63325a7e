package io.switchboard.core.desk.survey;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.survey.Survey;
import io.switchboard.api.survey.Surveys.Invitation;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.people.LinkTokens;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.survey.SurveyRow;
import io.switchboard.core.store.survey.SurveyStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes what customers say of how it went. The form is the one that was put to them, so no plugin is needed; the answer and
 * the line of the history are one transaction. What they wrote stands in no history and no feed.
 */
@Component(service = AnswerSurvey.class)
public final class AnswerSurvey {
    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final Invitations invitations;
    private final SurveyStore store;

    /** Makes the use case. */
    @Activate
    public AnswerSurvey(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference Invitations invitations,
            @Reference SurveyStore store) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.invitations = invitations;
        this.store = store;
    }

    /**
     * Returns what the calling person is asked about a ticket of theirs; the latest invitation counts.
     *
     * @throws SwitchboardException with {@code not-found}, {@code link-not-valid} if they are not asked, or {@code
     *     policy-refused}
     */
    public Invitation look(Caller caller, TicketId ticket) {
        return look(caller, latest(caller, ticket));
    }

    /** Takes the answer of the calling person. */
    public Invitation handle(Caller caller, TicketId ticket, Map<String, String> answers) {
        return handle(caller, latest(caller, ticket).id(), ticket, answers);
    }

    /** Returns what is asked by an invitation. */
    Invitation look(Caller caller, SurveyRow row) {
        return invitations.open(row, see(caller, row.ticketId()));
    }

    /** Takes an answer to an invitation, or a correction of one; the same answer again changes nothing. */
    Invitation handle(Caller caller, UUID id, TicketId ticket, Map<String, String> answers) {
        see(caller, ticket);
        changes.change(caller, ticket, Precondition.any(), edit -> take(edit, id, answers));
        return look(caller, transactions.read(() -> row(id)));
    }

    private boolean take(TicketEdit edit, UUID id, Map<String, String> answers) {
        SurveyRow row = row(id);
        Survey form = invitations.open(row, edit.ticket()).form();
        SurveyAnswer answer = SurveyAnswer.of(form, answers);
        if (answer.same(row)) {
            return false;
        }
        store.answer(answer.row(row, form, edit.now()));
        edit.recordElsewhere(
                EventType.SURVEY_CHANGED,
                Map.of(
                        "happened", row.answeredAt() == null ? "answered" : "corrected",
                        "invitation", row.id().toString(),
                        "survey", String.valueOf(row.survey()),
                        "score", Integer.toString(answer.score())));
        return true;
    }

    private SurveyRow latest(Caller caller, TicketId ticket) {
        PersonId person = AccessPolicy.requirePerson(caller);
        return transactions.read(() -> {
            read.stored(caller, ticket);
            return asked(ticket, person).orElseThrow(LinkTokens::invalid);
        });
    }

    /** Returns the latest invitation of a person to say something about a ticket. */
    Optional<SurveyRow> asked(TicketId ticket, PersonId person) {
        return transactions.read(() -> store.of(ticket)).stream()
                .filter(row -> row.outcome().equals(SurveyRow.ASKED))
                .filter(row -> row.person().equals(person))
                .findFirst();
    }

    private SurveyRow row(UUID id) {
        return store.find(id).orElseThrow(LinkTokens::invalid);
    }

    private Ticket see(Caller caller, TicketId id) {
        try {
            return read.ticket(caller, id);
        } catch (SwitchboardException refusal) {
            throw refusal.code() == ErrorCode.NOT_FOUND ? LinkTokens.invalid() : refusal;
        }
    }
}
