package io.switchboard.core.rest.configuration;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.desk.shelf.Label;
import io.switchboard.core.desk.shelf.Reach;
import org.jspecify.annotations.Nullable;

/** Reads what templates, macros and views have in common; what is wrong is named by its field. */
final class LabelText {
    private LabelText() {}

    static Label read(@Nullable String name, @Nullable String reach, @Nullable String team, @Nullable Integer place) {
        return new Label(
                name == null ? "" : name,
                reach == null ? Reach.OWN : Reach.of(reach),
                team == null ? null : team(team),
                place == null ? 0 : place);
    }

    private static TeamId team(String text) {
        try {
            return TeamId.of(text);
        } catch (SwitchboardException noId) {
            throw SwitchboardException.field("team", "must be the id of a team");
        }
    }

    static @Nullable String team(Label label) {
        TeamId team = label.team();
        return team == null ? null : team.toString();
    }
}
