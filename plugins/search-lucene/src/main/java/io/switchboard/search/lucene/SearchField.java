package io.switchboard.search.lucene;

import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fields that {@code field:value} may name. */
enum SearchField {
    NUMBER(true),
    STATUS(true),
    STAGE(true),
    PRIORITY(true),
    TYPE(true),
    CATEGORY(true),
    PRODUCT(true),
    CHANNEL(true),
    TAG(true),
    DISPOSITION(true),
    REQUESTER(false),
    ASSIGNEE(false),
    TEAM(false);

    private final boolean exact;

    SearchField(boolean exact) {
        this.exact = exact;
    }

    /** Returns the field with this name, or nothing. */
    static Optional<SearchField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.indexed().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Returns its name, in the query language and in the index. */
    String indexed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the whole value counts, not its words. */
    boolean exact() {
        return exact;
    }

    /**
     * Returns the value as the index keeps it.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} naming {@code q} if the field has
     *     a fixed set of values and this is none
     */
    String read(String typed) {
        String value = switch (this) {
            case STATUS -> identifier(typed);
            case STAGE -> Stage.of(identifier(typed), "q").id();
            case TYPE -> TicketType.of(identifier(typed), "q").id();
            case DISPOSITION -> Disposition.of(identifier(typed), "q").id();
            case PRIORITY -> Priority.of(typed.toUpperCase(Locale.ROOT), "q").id();
            case NUMBER, CATEGORY, PRODUCT, CHANNEL, TAG, REQUESTER, ASSIGNEE, TEAM -> typed;
        };
        return TicketDocument.exactForm(value);
    }

    private static String identifier(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
