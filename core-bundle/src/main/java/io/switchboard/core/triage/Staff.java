package io.switchboard.core.triage;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works at the desk, as triage sees it; given by the part that keeps people, from a cache. */
public interface Staff {
    /** Returns all active agents in the order of their ids. */
    List<Agent> agents();

    /** Returns who of them is away at a moment. */
    Set<PersonId> absent(Instant at);

    /** Returns a team as tickets show it, or nothing if there is no such team. */
    Optional<Ticket.TeamReference> team(TeamId id);
}
