package io.switchboard.core.store.ticket;

import com.fasterxml.jackson.core.type.TypeReference;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.FieldValue;
import io.switchboard.core.store.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How parts of a ticket become columns and back: empty collections are null. */
final class TicketColumns {
    /** Stands for the queue of the tickets that no team has. */
    static final TeamId NO_TEAM = new TeamId(new UUID(0, 0));
    /** Stands for a due time where there is none. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private TicketColumns() {}

    static @Nullable String texts(Collection<String> texts) {
        return texts.isEmpty() ? null : Json.write(texts);
    }

    static List<String> texts(@Nullable String column) {
        return column == null ? List.of() : Json.read(column, new TypeReference<List<String>>() {});
    }

    static @Nullable String deadlines(List<Deadline> deadlines) {
        return deadlines.isEmpty() ? null : Json.write(deadlines);
    }

    static List<Deadline> deadlines(@Nullable String column) {
        return column == null ? List.of() : Json.read(column, new TypeReference<List<Deadline>>() {});
    }

    /** Returns the first time at which something unmet is due. */
    static Instant dueAt(List<Deadline> deadlines) {
        Instant first = NEVER;
        for (Deadline deadline : deadlines) {
            Instant due = deadline.dueAt();
            if (deadline.metAt() == null && due != null && due.isBefore(first)) {
                first = due;
            }
        }
        return first;
    }

    static @Nullable String fields(Map<String, FieldValue> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        Map<String, Object> plain = new LinkedHashMap<>();
        fields.forEach((name, value) -> plain.put(name, plain(value)));
        return Json.write(plain);
    }

    static Map<String, FieldValue> fields(@Nullable String column) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        if (column != null) {
            Json.read(column, new TypeReference<LinkedHashMap<String, Object>>() {})
                    .forEach((name, value) -> fields.put(name, value(value)));
        }
        return fields;
    }

    private static Object plain(FieldValue value) {
        if (value instanceof FieldValue.Text text) {
            return text.value();
        }
        if (value instanceof FieldValue.Number number) {
            return number.value();
        }
        if (value instanceof FieldValue.Flag flag) {
            return flag.value();
        }
        return ((FieldValue.Items) value).values();
    }

    private static FieldValue value(Object plain) {
        if (plain instanceof Boolean flag) {
            return new FieldValue.Flag(flag);
        }
        if (plain instanceof Number number) {
            return new FieldValue.Number(new BigDecimal(number.toString()));
        }
        if (plain instanceof Collection<?> items) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(String.valueOf(item)));
            return new FieldValue.Items(texts);
        }
        return new FieldValue.Text(String.valueOf(plain));
    }
}
