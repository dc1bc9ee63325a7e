package io.switchboard.core.people.directory;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.store.people.TeamRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team as it is read. */
public record TeamProfile(TeamId id, Details details, long version, Instant createdAt, Instant updatedAt) {
    /**
     * What of a team may be changed.
     *
     * @param name unique in the desk
     * @param parent the team above it, or null
     * @param tier its tier of support, from 1 to 3
     * @param escalation whether tickets go up to it when nobody else can decide
     */
    public record Details(String name, @Nullable TeamId parent, int tier, boolean escalation) {}

    static TeamProfile of(TeamRow row) {
        return new TeamProfile(
                row.id(),
                new Details(row.name(), row.parent(), row.tier(), row.escalation()),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }
}
