package io.switchboard.core.desk.extension;

import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.escalation.Escalations;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.escalation.AnswerEscalation;
import io.switchboard.core.desk.escalation.EscalateTicket;
import io.switchboard.core.desk.escalation.Escalation;
import io.switchboard.core.desk.escalation.EscalationKind;
import io.switchboard.core.desk.escalation.ReadEscalations;
import io.switchboard.core.desk.escalation.Verdict;
import java.util.List;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Escalation in the name of one plugin. */
@Component(service = Escalations.class, scope = ServiceScope.BUNDLE)
public final class PluginEscalations implements Escalations {
    private static final String OPEN = "open";

    private final String plugin;
    private final PluginCallers callers;
    private final DeskUseCases desk;
    private final EscalateTicket escalate;
    private final AnswerEscalation answer;
    private final ReadEscalations read;

    /** Makes it for the bundle that uses it. */
    @Activate
    public PluginEscalations(
            ComponentContext context,
            @Reference PluginCallers callers,
            @Reference DeskUseCases desk,
            @Reference EscalateTicket escalate,
            @Reference AnswerEscalation answer,
            @Reference ReadEscalations read) {
        this(context.getUsingBundle().getSymbolicName(), callers, desk, escalate, answer, read);
    }

    PluginEscalations(
            String plugin,
            PluginCallers callers,
            DeskUseCases desk,
            EscalateTicket escalate,
            AnswerEscalation answer,
            ReadEscalations read) {
        this.callers = callers;
        this.plugin = plugin;
        this.desk = desk;
        this.escalate = escalate;
        this.answer = answer;
        this.read = read;
    }

    @Override
    public boolean escalate(TicketId ticket, TeamId to, EscalationRule.Reason reason, String explanation) {
        Caller caller = on(ticket);
        Ticket.TeamReference team = desk.read.ticket(caller, ticket).team();
        if (team != null && team.id().equals(to)) {
            return false;
        }
        escalate.handle(
                caller,
                ticket,
                Precondition.any(),
                new Escalation.Wish(EscalationKind.FUNCTIONAL, reason, explanation, to, null, null));
        return true;
    }

    @Override
    public boolean sendBack(TicketId ticket, TeamId from, String explanation) {
        Caller caller = on(ticket);
        List<Escalation> open = read.handle(caller, ticket).stream()
                .filter(escalation -> escalation.ticket().equals(ticket) && isOpen(escalation, from))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        answer.handle(
                caller, ticket, Precondition.any(), open.get(open.size() - 1).id(), Verdict.SENT_BACK, explanation);
        return true;
    }

    private static boolean isOpen(Escalation escalation, TeamId to) {
        Ticket.TeamReference team = escalation.to();
        return escalation.kind() == EscalationKind.FUNCTIONAL
                && escalation.state().equals(OPEN)
                && escalation.by() == null
                && escalation.plugin() == null
                && team != null
                && team.id().equals(to);
    }

    private Caller on(TicketId ticket) {
        return callers.of(plugin).on(ticket);
    }
}
