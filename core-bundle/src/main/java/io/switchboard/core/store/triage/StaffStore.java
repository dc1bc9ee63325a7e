package io.switchboard.core.store.triage;

import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads who could be given tickets. Every method joins the transaction of its thread. */
public interface StaffStore {
    /** Returns the active members of teams in the order of their ids; at most 10,000. */
    List<Agent> agents();

    /** Returns which agents had the latest 50 tickets of a requester, and when each was last changed. */
    Map<PersonId, Instant> agentsOf(PersonId requester);
}
