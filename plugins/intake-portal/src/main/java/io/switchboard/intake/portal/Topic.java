package io.switchboard.intake.portal;

import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about, as its asker chose it from what is offered. Whatever they leave open the desk finds out.
 *
 * @param type the id of a type of ticket; empty if it is left open
 * @param category the path of a category; empty if it is left open
 */
record Topic(String type, String category) {
    static final Topic OPEN = new Topic("", "");

    static Topic of(@Nullable String type, @Nullable String category) {
        return new Topic(type == null ? "" : type, category == null ? "" : category);
    }

    /**
     * Returns the type of the ticket, or null if the desk is to find it out.
     *
     * @throws SwitchboardException with {@code invalid-field} if it is none of those that are offered
     */
    @Nullable
    TicketType ticketType(List<TicketType> offered) {
        if (type.isEmpty()) {
            return null;
        }
        return offered.stream()
                .filter(one -> one.id().equals(type))
                .findFirst()
                .orElseThrow(() -> SwitchboardException.field(
                        "type",
                        "must be one of " + offered.stream().map(TicketType::id).toList()));
    }

    /** Returns the path of the category, or null if the desk is to find it out. */
    @Nullable
    String path() {
        return category.isEmpty() ? null : category;
    }
}
