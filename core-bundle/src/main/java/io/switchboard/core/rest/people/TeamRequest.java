package io.switchboard.core.rest.people;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.people.directory.TeamProfile;
import org.jspecify.annotations.Nullable;

/** A team as it is sent. */
record TeamRequest(
        @Nullable String name,
        @Nullable Integer tier,
        @Nullable String parent,
        @Nullable Boolean escalation) {
    static TeamRequest of(TeamProfile.Details team) {
        return new TeamRequest(
                team.name(),
                team.tier(),
                team.parent() == null ? null : team.parent().toString(),
                team.escalation());
    }

    TeamProfile.Details details() {
        int level = tier == null ? 1 : tier;
        if (level < 1 || level > 3) {
            throw SwitchboardException.field("tier", "must be 1, 2 or 3");
        }
        return new TeamProfile.Details(
                Reading.name(name),
                parent == null ? null : Reading.team("parent", parent),
                level,
                Reading.flag(escalation, false));
    }
}
