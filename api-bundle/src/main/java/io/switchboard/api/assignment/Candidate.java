package io.switchboard.api.assignment;

import io.switchboard.api.people.Agent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent who could take a ticket.
 *
 * @param agent who
 * @param openTickets how many open tickets they have
 * @param lastAssignedAt when they were last given one, or null if never
 * @param absent whether they are away now
 * @param lastForRequester when they last had a ticket of the same requester, or null if never
 */
public record Candidate(
        Agent agent,
        int openTickets,
        @Nullable Instant lastAssignedAt,
        boolean absent,
        @Nullable Instant lastForRequester) {}
