package io.switchboard.core.desk.work;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Working time on a ticket.
 *
 * @param ticket the ticket that it was recorded on: the one that is read, or one merged into that
 * @param agent who worked
 * @param minutes how long, 1 to 1,440
 * @param at when
 * @param note what was done, or null
 * @param version changes with each correction; the ticket's does not
 */
public record WorkedTime(
        UUID id,
        TicketId ticket,
        @Nullable PersonReference agent,
        int minutes,
        Instant at,
        WorkKind kind,
        @Nullable String note,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /**
     * What somebody wants to record.
     *
     * @param agent who worked, or null for the caller
     * @param at when, or null for now
     */
    public record Wish(
            int minutes,
            @Nullable PersonId agent,
            @Nullable Instant at,
            WorkKind kind,
            @Nullable String note) {}

    /** All that was recorded on a ticket, in the order in which it was, with the sum. */
    public record Sheet(List<WorkedTime> entries, long totalMinutes) {
        /** Keeps a copy. */
        public Sheet {
            entries = List.copyOf(entries);
        }
    }
}
