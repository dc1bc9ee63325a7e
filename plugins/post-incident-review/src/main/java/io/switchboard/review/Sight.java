package io.switchboard.review;

import io.switchboard.api.desk.Desk;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.Directory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.Right;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ui.CurrentCaller;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows agents the reviews of those tickets that they work on: what the desk would not show them does not exist here. */
@Component(service = Sight.class)
public final class Sight {
    private final Desk desk;
    private final Directory directory;

    /** Makes it. */
    @Activate
    public Sight(@Reference Desk desk, @Reference Directory directory) {
        this.desk = desk;
        this.directory = directory;
    }

    /** Returns a ticket, or nothing if the caller does not see it. */
    Optional<Ticket> ticket(CurrentCaller caller, UUID id) {
        return desk.ticket(new TicketId(id)).filter(ticket -> sees(caller, ticket));
    }

    /**
     * Returns a ticket by its id or number.
     *
     * @throws SwitchboardException with {@code not-found} if the caller does not see it
     */
    Ticket ticket(CurrentCaller caller, String idOrNumber) {
        return desk.ticketByNumber(idOrNumber)
                .or(() -> byId(idOrNumber))
                .filter(ticket -> sees(caller, ticket))
                .orElseThrow(() -> SwitchboardException.notFound("ticket"));
    }

    private Optional<Ticket> byId(String id) {
        try {
            return desk.ticket(new TicketId(UUID.fromString(id)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private boolean sees(CurrentCaller caller, Ticket ticket) {
        PersonId person = caller.person();
        Optional<Agent> agent = person == null ? Optional.empty() : directory.agent(person);
        Set<TeamId> own = agent.map(Agent::teams).orElse(Set.of());
        Ticket.TeamReference team = ticket.team();
        if (ticket.confidential()) {
            return caller.rights().contains(Right.TICKET_CONFIDENTIAL) || team != null && own.contains(team.id());
        }
        return caller.rights().contains(Right.TICKET_READ_ALL) || team == null || isBelow(team.id(), own);
    }

    private boolean isBelow(TeamId team, Set<TeamId> own) {
        Set<TeamId> seen = new HashSet<>();
        @Nullable TeamId next = team;
        // A team that comes again would lead in a circle.
        while (next != null && seen.add(next)) {
            if (own.contains(next)) {
                return true;
            }
            next = directory.team(next).map(Team::parent).orElse(null);
        }
        return false;
    }
}
