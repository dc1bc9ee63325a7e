package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.triage.AgentLoad;
import org.jspecify.annotations.Nullable;

/**
 * To whom a ticket goes.
 *
 * @param team the team, or null if there is none for it
 * @param agent the agent, or null if it waits in the team's queue
 * @param scoredOn the agent's load on which the choice was made; null without an agent
 * @param explanation why
 */
public record Assignment(
        @Nullable TeamId team,
        @Nullable PersonId agent,
        @Nullable AgentLoad scoredOn,
        Explanation explanation) {}
