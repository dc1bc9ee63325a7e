package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.triage.AgentLoad;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * To whom a ticket goes.
 *
 * @param team the team, or null if there is none for it
 * @param agent the agent, or null if it waits in the team's queue
 * @param scoredOn the agent's load on which the choice was made; null without an agent
 * @param keepTrying for how long after the explanation an agent is looked for again, because what stood in the way may pass;
 *     zero if there is an agent, or if it will not pass
 * @param explanation why
 */
public record Assignment(
        @Nullable TeamId team,
        @Nullable PersonId agent,
        @Nullable AgentLoad scoredOn,
        Duration keepTrying,
        Explanation explanation) {
    /** Returns a ticket that waits in the team's queue until a person takes it. */
    static Assignment queue(@Nullable TeamId team, Explanation explanation) {
        return new Assignment(team, null, null, Duration.ZERO, explanation);
    }
}
