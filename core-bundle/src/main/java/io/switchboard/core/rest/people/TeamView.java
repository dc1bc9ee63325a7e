package io.switchboard.core.rest.people;

import io.switchboard.core.people.directory.TeamProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team as it is answered. */
public record TeamView(
        String id,
        String name,
        int tier,
        @Nullable String parent,
        boolean escalation,
        Instant createdAt,
        Instant updatedAt) {
    static TeamView of(TeamProfile team) {
        TeamProfile.Details details = team.details();
        return new TeamView(
                team.id().toString(),
                details.name(),
                details.tier(),
                details.parent() == null ? null : details.parent().toString(),
                details.escalation(),
                team.createdAt(),
                team.updatedAt());
    }
}
