package io.switchboard.core.rest.engine;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.triage.WhatIf;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets are to be replayed, and by which weights.
 *
 * @param last how many of the latest; 100 if left out
 * @param team only those of this team
 * @param weights the weights to be tried, as they would be put
 */
public record WhatIfRequest(
        @Nullable Integer last,
        @Nullable String team,
        @Nullable WeightsRequest weights) {
    private static final int USUAL = 100;

    WhatIf.Question question() {
        WeightsRequest wanted = weights;
        if (wanted == null) {
            throw SwitchboardException.field("weights", "must be given, as they would be put");
        }
        return new WhatIf.Question(
                last == null ? USUAL : last, team == null ? null : id(team), wanted.weights("weights."));
    }

    private static TeamId id(String team) {
        try {
            return TeamId.of(team);
        } catch (SwitchboardException noId) {
            throw SwitchboardException.field("team", "must be the id of a team");
        }
    }
}
