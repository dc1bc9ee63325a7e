package io.switchboard.core.desk.shelf;

import io.switchboard.api.people.TeamId;
import io.switchboard.core.desk.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What every item of the shelf has.
 *
 * @param name what people read; any text, always shown as text
 * @param reach who has it
 * @param team the team that has it; null unless the reach is a team
 * @param place where among the others it stands, from 0 to 9,999, the smallest first
 */
public record Label(String name, Reach reach, @Nullable TeamId team, int place) {
    private static final int LONGEST_NAME = 200;
    private static final int LAST_PLACE = 9_999;

    /** Refuses with {@code invalid-field} what no item can have. */
    void check() {
        Limits limits = new Limits().line("name", name, LONGEST_NAME);
        if (place < 0 || place > LAST_PLACE) {
            limits.wrong("place", "must be a number from 0 to " + LAST_PLACE);
        }
        if ((reach == Reach.TEAM) != (team != null)) {
            limits.wrong("team", "must be given if reach is team, and only then");
        }
        limits.check();
    }
}
