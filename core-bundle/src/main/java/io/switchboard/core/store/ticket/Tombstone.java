package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;

/**
 * What is left of a purged ticket.
 *
 * @param lastSequence how many rows its history had
 * @param lastHash the last row's hash
 * @param purgedBy the actor, as JSON
 * @param confidential whether only those who may know of confidential tickets may be told that it is gone
 */
public record Tombstone(
        TicketId ticketId,
        String number,
        long lastSequence,
        String lastHash,
        Instant purgedAt,
        String purgedBy,
        boolean confidential) {}
