package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.core.store.triage.AgentLoad;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The agents' loads as read once, with what was given away since but is not committed yet. */
final class Loads {
    private final Map<PersonId, AgentLoad> read;
    private final Map<PersonId, AgentLoad> now = new HashMap<>();

    Loads(Map<PersonId, AgentLoad> read) {
        this.read = Map.copyOf(read);
    }

    /** Returns the load with what was given away since. */
    AgentLoad of(PersonId agent) {
        AgentLoad counted = now.get(agent);
        return counted == null ? asRead(agent) : counted;
    }

    /** Returns the load as it stands in the store, as far as is known. */
    AgentLoad asRead(PersonId agent) {
        return read.getOrDefault(agent, AgentLoad.none(agent));
    }

    /** Counts a ticket that an agent has no longer. */
    void take(PersonId agent) {
        AgentLoad load = of(agent);
        now.put(
                agent,
                new AgentLoad(agent, Math.max(0, load.openTickets() - 1), load.version(), load.lastAssignedAt()));
    }

    /** Counts a ticket that an agent is to get. */
    void give(PersonId agent, Instant at) {
        AgentLoad load = of(agent);
        now.put(agent, new AgentLoad(agent, load.openTickets() + 1, load.version(), at));
    }
}
