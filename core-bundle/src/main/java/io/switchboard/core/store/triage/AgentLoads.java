package io.switchboard.core.store.triage;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the open tickets of each agent. Every method joins the transaction of its thread. */
public interface AgentLoads {
    /**
     * Takes note that a ticket changed. The one writer of tickets calls it in the transaction of each change, with whom
     * the ticket burdened before and whom it burdens after: its assignee while it is open and in the ordinary flow, else
     * nobody. Nothing is written if the two are the same.
     *
     * @param before the agent who had the open ticket before, or null
     * @param after the agent who has the open ticket now, or null
     * @param at the desk's time
     */
    void moved(@Nullable PersonId before, @Nullable PersonId after, Instant at);

    /** Returns the loads of all agents who ever had a ticket. */
    Map<PersonId, AgentLoad> all();

    /**
     * Locks an agent's load until the end of the transaction, if it is still as it was seen.
     *
     * @return false if it changed meanwhile
     */
    boolean lock(AgentLoad seen);
}
