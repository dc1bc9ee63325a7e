package io.switchboard.core.store.broadcast;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code broadcast}.
 *
 * @param ticketId the incident
 * @param author who sent it, or null if no person did
 * @param channel through which they did
 * @param messageId the reply to the incident that all reports get, or null if nothing is said
 * @param status the status that all reports get, or null if they stay where they are
 * @param closure why the matter is at an end in that status, or null
 */
public record BroadcastRow(
        UUID id,
        TicketId ticketId,
        @Nullable PersonId author,
        String channel,
        @Nullable MessageId messageId,
        @Nullable String status,
        @Nullable String closure,
        Instant sentAt) {}
