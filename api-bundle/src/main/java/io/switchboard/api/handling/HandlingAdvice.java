package io.switchboard.api.handling;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import org.jspecify.annotations.Nullable;

/**
 * How a special ticket is to be handled. Null leaves a thing as it is.
 *
 * @param reason why, in one sentence for a person; shown to agents, never to customers
 * @param confidential whether only the team and the participants may know of it
 * @param team the team that is to have it
 * @param seniorOnly whether only senior agents may be given it
 * @param minimumPriority a priority below which it must not stay
 * @param type the type it really has
 */
public record HandlingAdvice(
        String reason,
        boolean confidential,
        @Nullable TeamId team,
        boolean seniorOnly,
        @Nullable Priority minimumPriority,
        @Nullable TicketType type) {}
