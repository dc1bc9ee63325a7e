package io.switchboard.core.store.work;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticket_task}.
 *
 * @param place where among the others it stands, the smallest first
 * @param doneAt when it was done, or null while it is open
 * @param author who wrote the title last, or null if no person did
 */
public record TaskRow(
        UUID id,
        TicketId ticketId,
        String title,
        @Nullable PersonId assignee,
        @Nullable Instant dueAt,
        int place,
        @Nullable Instant doneAt,
        @Nullable PersonId doneBy,
        @Nullable PersonId author,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
