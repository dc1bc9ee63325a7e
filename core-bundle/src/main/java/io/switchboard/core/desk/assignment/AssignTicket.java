package io.switchboard.core.desk.assignment;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.PersonStore;
import io.switchboard.core.store.people.TeamReferences;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Gives a ticket to an agent, a team, or both, and keeps why (AS1, AS6). A new ticket that gets an agent becomes an
 * assigned one; one that only gets a team stays new, in the queue of that team.
 */
@Component(service = AssignTicket.class)
public final class AssignTicket {
    private final TicketChanges changes;
    private final PersonStore persons;
    private final TeamReferences teams;
    private final Lifecycle lifecycle;

    /** Makes the use case. */
    @Activate
    public AssignTicket(
            @Reference TicketChanges changes,
            @Reference PersonStore persons,
            @Reference TeamReferences teams,
            @Reference Lifecycle lifecycle) {
        this.changes = changes;
        this.persons = persons;
        this.teams = teams;
        this.lifecycle = lifecycle;
    }

    /**
     * Who is to have a ticket.
     *
     * @param agent the agent, or null for nobody
     * @param team the team, or null to leave it with the team it has
     * @param reason why, or null
     */
    public record Command(
            TicketId ticket,
            Precondition precondition,
            @Nullable PersonId agent,
            @Nullable TeamId team,
            @Nullable String reason) {}

    /**
     * Assigns a ticket.
     *
     * @throws SwitchboardException with {@code invalid-field} if the agent cannot have tickets or the team is unknown,
     *     or {@code ticket-not-changeable} if the ticket stands aside
     */
    public Ticket handle(Caller caller, Command command) {
        new Limits().text("reason", command.reason(), Limits.REASON).check();
        return changes.change(caller, command.ticket(), command.precondition(), edit -> {
                    AccessPolicy.require(caller, Right.TICKET_ASSIGN);
                    edit.because(command.reason());
                    TeamId team = command.team();
                    assign(
                            edit,
                            agent(command.agent()),
                            team == null ? edit.ticket().team() : team(team));
                    return command.ticket();
                })
                .ticket();
    }

    /** Assigns within a change that is under way, and takes the edge that goes with it. */
    public void assign(TicketEdit edit, @Nullable PersonReference agent, @Nullable TeamReference team) {
        edit.draft().assignee(agent);
        edit.draft().team(team);
        if (agent != null) {
            lifecycle
                    .onAssignment(edit.ticket().progress())
                    .ifPresent(to ->
                            edit.draft().progress(lifecycle.move(edit.ticket().progress(), to, edit.now())));
        }
    }

    private @Nullable PersonReference agent(@Nullable PersonId id) {
        if (id == null) {
            return null;
        }
        PersonRow row = persons.find(id)
                .filter(person -> person.active() && !person.erased())
                .filter(person -> persons.isStaff(person.id()))
                .orElseThrow(() -> SwitchboardException.field("agent", "must be an active agent"));
        return new PersonReference(row.id(), row.name(), row.email(), row.vip());
    }

    private TeamReference team(TeamId id) {
        TeamReference team = teams.of(Set.of(id)).get(id);
        if (team == null) {
            throw SwitchboardException.field("team", "must be a team of this desk");
        }
        return team;
    }
}
