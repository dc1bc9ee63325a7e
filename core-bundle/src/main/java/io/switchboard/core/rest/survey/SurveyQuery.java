package io.switchboard.core.rest.survey;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.TeamId;
import io.switchboard.core.desk.Limits;
import io.switchboard.core.rest.Cursor;
import io.switchboard.core.rest.Parameters;
import io.switchboard.core.store.survey.SurveyFilter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which surveys are asked for. */
public final class SurveyQuery {
    static final String LIST = "surveys";
    private static final int STANDARD = 50;
    private static final int MAXIMUM = 200;

    @QueryParam("survey")
    private @Nullable String survey;

    @QueryParam("team")
    private @Nullable String team;

    @QueryParam("answered")
    private @Nullable String answered;

    @QueryParam("low")
    private @Nullable String low;

    @QueryParam("from")
    private @Nullable String from;

    @QueryParam("to")
    private @Nullable String to;

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    private @Nullable String limit;

    /** Returns how long a page is. */
    int size() {
        return Parameters.limit(limit, STANDARD, MAXIMUM);
    }

    /** Returns the filter of a page, with one more than that to see whether there is another. */
    SurveyFilter page() {
        List<String> after = Cursor.read(cursor, LIST, 1);
        return filter(after == null ? null : position(after.get(0)), size() + 1);
    }

    /** Returns the filter of all in a period. */
    SurveyFilter period() {
        return filter(null, 0);
    }

    private SurveyFilter filter(@Nullable UUID before, int rows) {
        new Limits().text("survey", survey, 40).check();
        return new SurveyFilter(
                survey,
                team == null ? null : team(team),
                answered == null ? null : Parameters.flag("answered", answered),
                low == null ? null : Parameters.flag("low", low),
                time("from", from),
                time("to", to),
                before,
                rows);
    }

    private static TeamId team(String id) {
        try {
            return new TeamId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw SwitchboardException.field("team", "must be the id of a team");
        }
    }

    private static UUID position(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw SwitchboardException.field(field, "must be a time such as 2026-03-01T12:00:00Z");
        }
    }
}
