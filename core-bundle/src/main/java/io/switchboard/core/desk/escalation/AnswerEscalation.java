package io.switchboard.core.desk.escalation;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.assignment.AssignTicket;
import io.switchboard.core.store.escalation.EscalationRow;
import io.switchboard.core.store.escalation.EscalationStore;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamReferences;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Answers an escalation, once: members of the team to which it went do, and those who see all tickets (ES3). What is sent
 * back goes to the team and the agent who had it; so does what was reviewed, whatever the answer is.
 */
@Component(service = AnswerEscalation.class)
public final class AnswerEscalation {
    private final TicketChanges changes;
    private final EscalationStore escalations;
    private final AssignTicket assign;
    private final TeamReferences teams;
    private final PersonStore persons;
    private final ReadEscalations read;

    /** Makes the use case. */
    @Activate
    public AnswerEscalation(
            @Reference TicketChanges changes,
            @Reference EscalationStore escalations,
            @Reference AssignTicket assign,
            @Reference TeamReferences teams,
            @Reference PersonStore persons,
            @Reference ReadEscalations read) {
        this.changes = changes;
        this.escalations = escalations;
        this.assign = assign;
        this.teams = teams;
        this.persons = persons;
        this.read = read;
    }

    /**
     * Answers.
     *
     * @param words what is said to it; must be given to send back
     * @throws SwitchboardException with {@code policy-refused} for others, or if the team that had it is gone, {@code
     *     already-exists} if it was answered, or {@code invalid-field}
     */
    public EscalateTicket.Escalated handle(
            Caller caller,
            TicketId ticket,
            Precondition precondition,
            UUID escalation,
            Verdict verdict,
            @Nullable String words) {
        Limits limits = new Limits();
        if (verdict == Verdict.SENT_BACK) {
            limits.line("explanation", words, Limits.REASON);
        }
        limits.text("explanation", words, Limits.REASON).check();
        TicketChanges.Changed<Escalation> changed = changes.change(caller, ticket, precondition, edit -> {
            AccessPolicy.require(caller, Right.TICKET_ASSIGN);
            EscalationRow row = escalations
                    .find(escalation)
                    .filter(found -> found.ticketId().equals(ticket))
                    .orElseThrow(() -> SwitchboardException.notFound("escalation"));
            return read.view(answer(edit, row, verdict, words));
        });
        return new EscalateTicket.Escalated(changed.ticket(), changed.value());
    }

    private EscalationRow answer(TicketEdit edit, EscalationRow row, Verdict verdict, @Nullable String words) {
        Caller caller = edit.caller();
        if (!caller.teams().contains(row.toTeam()) && !caller.may(Right.TICKET_READ_ALL)) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED, "Only members of the team to which it went can answer an escalation");
        }
        EscalationRow answered = row.answered(verdict.id(), words, caller.person(), edit.now());
        if (!escalations.answer(answered)) {
            throw new SwitchboardException(ErrorCode.ALREADY_EXISTS, "This escalation was answered already");
        }
        edit.because(words);
        edit.record(
                EventType.TICKET_ESCALATED,
                Map.of("escalation", row.id().toString(), "kind", row.kind(), "answer", verdict.id()));
        EscalationKind kind = EscalationKind.of(row.kind());
        boolean back =
                kind == EscalationKind.REVIEW || kind == EscalationKind.FUNCTIONAL && verdict == Verdict.SENT_BACK;
        if (back && has(edit, row.toTeam())) {
            giveBack(edit, row);
        }
        return answered;
    }

    /** What went on to another team meanwhile stays there. */
    private static boolean has(TicketEdit edit, TeamId team) {
        Ticket.@Nullable TeamReference current = edit.ticket().team();
        return current != null && current.id().equals(team);
    }

    private void giveBack(TicketEdit edit, EscalationRow row) {
        TeamId from = row.fromTeam();
        Ticket.@Nullable TeamReference team =
                from == null ? null : teams.of(Set.of(from)).get(from);
        if (from != null && team == null) {
            throw new SwitchboardException(
                    ErrorCode.POLICY_REFUSED, "The team that had it is gone; assign the ticket by hand");
        }
        assign.assign(edit, agent(row.fromAssignee()), team);
    }

    private @Nullable PersonReference agent(@Nullable PersonId id) {
        return id == null
                ? null
                : persons.find(id)
                        .filter(person -> person.active() && !person.erased() && persons.isStaff(person.id()))
                        .map(person -> new PersonReference(person.id(), person.name(), person.email(), person.vip()))
                        .orElse(null);
    }
}
