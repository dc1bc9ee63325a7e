package io.switchboard.core.desk.view;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.core.desk.record.TicketConditions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A saved view.
 *
 * @param conditions which tickets it has, and in which order
 * @param columns what is shown of each, in this order; empty leaves it to whoever shows it
 * @param grouping by what those on a page are grouped, or null
 */
public record SavedView(
        TicketConditions conditions,
        List<Column> columns,
        @Nullable Grouping grouping) {
    /** Keeps a copy. */
    public SavedView {
        columns = List.copyOf(columns);
    }

    /** What can be shown of a ticket in a list. */
    public enum Column {
        NUMBER,
        SUBJECT,
        STATUS,
        NEXT_MOVE,
        PRIORITY,
        TYPE,
        CATEGORY,
        PRODUCT,
        CHANNEL,
        REQUESTER,
        ASSIGNEE,
        TEAM,
        TAGS,
        DUE,
        CREATED,
        UPDATED;

        /** Returns the name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the name in the API, or refuses with {@code invalid-field} naming {@code columns}. */
        public static Column of(String id) {
            return named("columns", values(), Column::id, id);
        }
    }

    /** By what tickets of a page can be grouped. */
    public enum Grouping {
        STATUS,
        PRIORITY,
        TYPE,
        CATEGORY,
        ASSIGNEE,
        TEAM,
        REQUESTER;

        /** Returns the name in the API. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the name in the API, or refuses with {@code invalid-field} naming {@code grouping}. */
        public static Grouping of(String id) {
            return named("grouping", values(), Grouping::id, id);
        }
    }

    private static <E> E named(String field, E[] values, Function<E, String> name, String id) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(id))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        field, "must be of " + Arrays.stream(values).map(name).toList()));
    }
}
