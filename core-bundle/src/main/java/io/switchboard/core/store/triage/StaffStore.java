package io.switchboard.core.store.triage;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Reads who could be given tickets. Every method joins the transaction of its thread. */
public interface StaffStore {
    /** Returns the active members of teams in the order of their ids; at most 10,000. */
    List<Agent> agents();

    /** Returns those of the latest 50 tickets of a requester that an agent has or had, the latest change first. */
    List<HandledTicket> handled(PersonId requester);

    /**
     * A ticket that an agent has or had.
     *
     * @param ticket which
     * @param agent who
     * @param openedAt when it was opened
     * @param changedAt when it was last changed
     */
    record HandledTicket(TicketId ticket, PersonId agent, Instant openedAt, Instant changedAt) {}
}
