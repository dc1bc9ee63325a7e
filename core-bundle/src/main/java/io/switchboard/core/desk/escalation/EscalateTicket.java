package io.switchboard.core.desk.escalation;

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
import io.switchboard.core.desk.notification.NoticeKind;
import io.switchboard.core.desk.notification.Notify;
import io.switchboard.core.desk.notification.Watchers;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.escalation.EscalationRow;
import io.switchboard.core.store.escalation.EscalationStore;
import io.switchboard.core.store.people.TeamRow;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Escalates a ticket, by hand or because a rule says so, and keeps why (ES1 to ES3, AS6). A functional escalation and a review give the ticket to
 * another team; of a hierarchical one those who decide begin to watch it.
 */
@Component(service = EscalateTicket.class)
public final class EscalateTicket {
    private static final int MOST = 100;
    private static final String RULES = "escalation";

    private final Transactions transactions;
    private final TicketChanges changes;
    private final EscalationTargets targets;
    private final EscalationStore escalations;
    private final AssignTicket assign;
    private final Watchers watchers;
    private final Notify notify;
    private final ReadEscalations read;
    private final IdGenerator ids;

    /** Makes the use case. */
    @Activate
    public EscalateTicket(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference EscalationTargets targets,
            @Reference EscalationStore escalations,
            @Reference AssignTicket assign,
            @Reference Watchers watchers,
            @Reference Notify notify,
            @Reference ReadEscalations read,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.changes = changes;
        this.targets = targets;
        this.escalations = escalations;
        this.assign = assign;
        this.watchers = watchers;
        this.notify = notify;
        this.read = read;
        this.ids = ids;
    }

    /** A ticket after an escalation, or after an answer to one; the caller may not see it any more. */
    public record Escalated(Ticket ticket, Escalation escalation) {}

    /**
     * Escalates a ticket.
     *
     * @throws SwitchboardException with {@code invalid-field} that names what is wrong, {@code policy-refused} if no team is
     *     one that tickets go up to, or {@code ticket-not-changeable}
     */
    public Escalated handle(Caller caller, TicketId ticket, Precondition precondition, Escalation.Wish wish) {
        check(wish);
        TicketChanges.Changed<Escalation> changed = changes.change(caller, ticket, precondition, edit -> {
            AccessPolicy.require(caller, Right.TICKET_ASSIGN);
            List<EscalationRow> known = escalations.of(List.of(ticket));
            if (known.size() >= MOST) {
                throw SwitchboardException.field("kind", "cannot be: the ticket was escalated " + MOST + " times");
            }
            edit.because(wish.explanation());
            return escalate(edit, wish, targets.find(edit.ticket(), wish));
        });
        return new Escalated(changed.ticket(), changed.value());
    }

    /**
     * Escalates a ticket because a rule says so, unless the same rule did before, or the team has the ticket already.
     *
     * @param wish with the rule
     * @throws SwitchboardException as by hand, or {@code not-found}
     */
    void byRule(TicketId ticket, Escalation.Wish wish) {
        changes.change(Caller.system(RULES), ticket, Precondition.any(), edit -> {
            TeamRow to = targets.find(edit.ticket(), wish);
            List<EscalationRow> known = escalations.of(List.of(ticket));
            boolean before = known.stream().anyMatch(row -> Objects.equals(row.rule(), wish.rule()));
            boolean there = wish.kind() == EscalationKind.FUNCTIONAL && to.id().equals(team(edit));
            if (!before && !there && known.size() < MOST) {
                edit.because(wish.explanation());
                escalate(edit, wish, to);
            }
            return ticket;
        });
    }

    private Escalation escalate(TicketEdit edit, Escalation.Wish wish, TeamRow to) {
        EscalationRow row = row(edit, wish, to);
        escalations.insert(row);
        transactions.made(row.id());
        edit.record(EventType.TICKET_ESCALATED, facts(row));
        if (wish.kind() == EscalationKind.HIERARCHICAL) {
            notify.tell(edit, watchers.join(edit, to.id()), NoticeKind.ESCALATION);
        } else {
            if (to.id().equals(row.fromTeam())) {
                throw SwitchboardException.field("team", "has the ticket already");
            }
            assign.assign(edit, null, new Ticket.TeamReference(to.id(), to.name(), to.tier()));
        }
        return read.view(row);
    }

    private static Map<String, String> facts(EscalationRow row) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "escalation", row.id().toString(),
                "kind", row.kind(),
                "reason", row.reason(),
                "to", row.toTeam().toString()));
        String rule = row.rule();
        if (rule != null) {
            facts.put("rule", rule);
        }
        return facts;
    }

    private static @Nullable TeamId team(TicketEdit edit) {
        Ticket.@Nullable TeamReference team = edit.ticket().team();
        return team == null ? null : team.id();
    }

    private EscalationRow row(TicketEdit edit, Escalation.Wish wish, TeamRow to) {
        PersonReference assignee = edit.ticket().assignee();
        PersonId had = assignee == null ? null : assignee.id();
        return new EscalationRow(
                ids.next(),
                edit.ticket().id(),
                wish.kind().id(),
                wish.reason().name().toLowerCase(Locale.ROOT),
                String.valueOf(wish.explanation()),
                team(edit),
                had,
                to.id(),
                edit.caller().person(),
                wish.rule(),
                edit.now(),
                Verdict.OPEN,
                null,
                null,
                null);
    }

    private static void check(Escalation.Wish wish) {
        Limits limits = new Limits().line("explanation", wish.explanation(), Limits.REASON);
        Integer tier = wish.tier();
        if (tier != null && (tier < 1 || tier > 3)) {
            limits.wrong("tier", "must be 1, 2 or 3");
        }
        if (tier != null && wish.team() != null) {
            limits.wrong("tier", "must be left out if a team is named");
        }
        limits.check();
    }
}
