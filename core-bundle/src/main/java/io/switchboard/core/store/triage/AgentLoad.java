package io.switchboard.core.store.triage;

import io.switchboard.api.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much an agent has to do.
 *
 * @param agent who
 * @param openTickets how many open tickets are theirs
 * @param version grows with each change; 0 for an agent who never had a ticket
 * @param lastAssignedAt when they were last given one, or null if never
 */
public record AgentLoad(
        PersonId agent,
        int openTickets,
        long version,
        @Nullable Instant lastAssignedAt) {
    /** Returns the load of an agent who never had a ticket. */
    public static AgentLoad none(PersonId agent) {
        return new AgentLoad(agent, 0, 0, null);
    }
}
