package io.switchboard.core.store.work;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticket_time}.
 *
 * @param worker who worked
 * @param workedAt when
 * @param author who wrote the note last, or null if no person did
 */
public record TimeRow(
        UUID id,
        TicketId ticketId,
        PersonId worker,
        int minutes,
        Instant workedAt,
        String kind,
        @Nullable String note,
        @Nullable PersonId author,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
