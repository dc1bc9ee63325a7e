package io.switchboard.core.store.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code notification}.
 *
 * @param person who is told
 * @param causedBy by whom it came about, or null if it was no person
 * @param readAt when they read it, or null
 */
public record NotificationRow(
        UUID id,
        PersonId person,
        TicketId ticketId,
        String kind,
        @Nullable PersonId causedBy,
        Instant madeAt,
        @Nullable Instant readAt) {}
