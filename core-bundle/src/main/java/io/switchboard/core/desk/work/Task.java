package io.switchboard.core.desk.work;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.work.TaskRow;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task inside a ticket.
 *
 * @param ticket the ticket that has it: the one that is read, or one merged into that
 * @param assignee who is to do it, or null
 * @param due until when, or null
 * @param doneAt when it was done, or null while it is open
 * @param order where among the others it stands, the smallest first
 * @param version changes with each change of the task; the ticket's does not
 */
public record Task(
        UUID id,
        TicketId ticket,
        String title,
        @Nullable PersonReference assignee,
        @Nullable Instant due,
        @Nullable Instant doneAt,
        @Nullable PersonReference doneBy,
        int order,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    static Task of(TaskRow row, Map<PersonId, PersonReference> people) {
        return new Task(
                row.id(),
                row.ticketId(),
                row.title(),
                row.assignee() == null ? null : people.get(row.assignee()),
                row.dueAt(),
                row.doneAt(),
                row.doneBy() == null ? null : people.get(row.doneBy()),
                row.place(),
                row.version(),
                row.createdAt(),
                row.updatedAt());
    }

    /**
     * What somebody wants a task to be.
     *
     * @param title what is to be done; must be given
     * @param order where it is to stand, or null for where it stands, and for a new one the end
     */
    public record Wish(
            @Nullable String title,
            @Nullable PersonId assignee,
            @Nullable Instant due,
            boolean done,
            @Nullable Integer order) {}
}
