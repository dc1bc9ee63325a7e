package io.switchboard.core.demo;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.people.Callers;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.triage.Staff;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows who acts in a scene, and with which rights: their own. */
@Component(service = Players.class)
public final class Players {
    /** Who leads the service desk, and steps in where nobody has a ticket. */
    private static final String LEAD = "mara.lindt";

    private static final Caller STAGE = Caller.system("demo");
    private static final String MONITORING = "monitoring";

    private final DemoProgress progress;
    private final Transactions transactions;
    private final Callers callers;
    private final ReadTicket read;
    private final Staff staff;

    /** Makes it. */
    @Activate
    public Players(
            @Reference DemoProgress progress,
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference ReadTicket read,
            @Reference Staff staff) {
        this.progress = progress;
        this.transactions = transactions;
        this.callers = callers;
        this.read = read;
        this.staff = staff;
    }

    /** Returns somebody of the script as they come through a channel. */
    Caller named(String key, String channel) {
        return person(id(key), channel);
    }

    /** Returns the plugin through which alerts come. */
    static Caller monitoring() {
        Set<Right> rights = EnumSet.copyOf(BuiltInRole.AGENT.rights());
        rights.add(Right.TICKET_READ_ALL);
        return Caller.plugin("intake-monitoring", rights, MONITORING);
    }

    /**
     * Returns who acts for the desk: whoever is named, else whoever has the ticket, else the lead. The lead also acts for
     * who is named but does not see the ticket: a rule that gave no answer in time may have led it to another team. What
     * the lead does not see either is confidential, and done by somebody of its team.
     */
    Caller agent(Ticket ticket, @Nullable String key) {
        PersonReference assignee = ticket.assignee();
        Set<PersonId> participants = read.stored(STAGE, ticket.id()).participants();
        List<PersonId> players = new ArrayList<>();
        if (key != null) {
            players.add(id(key));
        } else if (assignee != null) {
            players.add(assignee.id());
        }
        players.add(id(LEAD));
        players.addAll(members(ticket));
        return players.stream()
                .map(player -> person(player, "api"))
                .filter(player -> AccessPolicy.sees(player, ticket, participants))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody sees " + ticket.number()));
    }

    private List<PersonId> members(Ticket ticket) {
        Ticket.TeamReference team = ticket.team();
        return staff.agents().stream()
                .filter(agent -> team != null && agent.teams().contains(team.id()))
                .map(Agent::id)
                .toList();
    }

    /** Returns who writes as the customer. */
    Caller customer(Ticket ticket, @Nullable String key) {
        if (key != null) {
            return named(key, ticket.channel());
        }
        return ticket.channel().equals(MONITORING)
                ? monitoring()
                : person(ticket.requester().id(), ticket.channel());
    }

    PersonId id(String key) {
        return new PersonId(progress.id("person." + key));
    }

    /** Returns the ticket of a story as it stands. */
    Ticket ticket(String key) {
        return read.ticket(STAGE, new TicketId(progress.id("ticket." + key)));
    }

    private Caller person(PersonId id, String channel) {
        return transactions
                .read(() -> callers.of(id, channel))
                .orElseThrow(() -> new IllegalStateException("nobody is " + id));
    }
}
