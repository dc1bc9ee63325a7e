package io.switchboard.core.desk.work;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.store.work.TimeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells the history of a ticket of working time and of its corrections. A note is somebody's words, and so can be erased. */
final class TimeHistory {
    private static final Map<String, Function<TimeRow, @Nullable Object>> FIELDS = Map.of(
            "time.minutes", TimeRow::minutes,
            "time.agent", TimeRow::worker,
            "time.at", TimeRow::workedAt,
            "time.kind", TimeRow::kind,
            "time.note", TimeRow::note);
    private static final List<String> ORDER =
            List.of("time.minutes", "time.agent", "time.at", "time.kind", "time.note");

    private TimeHistory() {}

    /** Tells of a change from one to the other; of a new entry with null before, of a removal with null after. */
    static void tell(TicketEdit edit, @Nullable TimeRow before, @Nullable TimeRow after) {
        List<FieldChange> changes = new ArrayList<>();
        for (String field : ORDER) {
            String was = text(field, before);
            String is = text(field, after);
            if (!Objects.equals(was, is)) {
                changes.add(new FieldChange(field, was, is));
            }
        }
        TimeRow known = Objects.requireNonNull(after == null ? before : after, "one of both");
        String what = before == null ? "recorded" : after == null ? "removed" : "corrected";
        edit.record(EventType.TIME_RECORDED, changes, Map.of("entry", known.id().toString(), "happened", what));
    }

    private static @Nullable String text(String field, @Nullable TimeRow row) {
        Function<TimeRow, @Nullable Object> reader = Objects.requireNonNull(FIELDS.get(field));
        Object value = row == null ? null : reader.apply(row);
        return value == null ? null : value.toString();
    }
}
