package io.switchboard.testkit.fake;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.escalation.Escalations;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Escalation on an {@link InMemoryDesk}. */
public final class InMemoryEscalations implements Escalations {
    private final InMemoryDesk desk;
    private final List<Open> open = new ArrayList<>();
    private final List<String> made = new ArrayList<>();

    /** Begins without any. */
    public InMemoryEscalations(InMemoryDesk desk) {
        this.desk = desk;
    }

    private record Open(
            TicketId ticket,
            TeamId to,
            @Nullable TeamId team,
            @Nullable PersonId agent) {}

    /** Returns the explanations of all that were made, in order. */
    public synchronized List<String> made() {
        return List.copyOf(made);
    }

    @Override
    public synchronized boolean escalate(TicketId ticket, TeamId to, EscalationRule.Reason reason, String explanation) {
        Ticket there = visible(ticket);
        Ticket.TeamReference team = there.team();
        if (team != null && team.id().equals(to)) {
            return false;
        }
        PersonReference agent = there.assignee();
        desk.assign(ticket, null, to, explanation);
        open.add(new Open(ticket, to, team == null ? null : team.id(), agent == null ? null : agent.id()));
        made.add(explanation);
        return true;
    }

    @Override
    public synchronized boolean sendBack(TicketId ticket, TeamId from, String explanation) {
        Ticket.TeamReference team = visible(ticket).team();
        for (int at = open.size() - 1; at >= 0; at--) {
            Open escalation = open.get(at);
            if (escalation.ticket().equals(ticket) && escalation.to().equals(from)) {
                open.remove(at);
                if (team != null && team.id().equals(from)) {
                    desk.assign(ticket, escalation.agent(), escalation.team(), explanation);
                }
                return true;
            }
        }
        return false;
    }

    private Ticket visible(TicketId ticket) {
        return desk.ticket(ticket).orElseThrow(() -> SwitchboardException.notFound("ticket " + ticket));
    }
}
