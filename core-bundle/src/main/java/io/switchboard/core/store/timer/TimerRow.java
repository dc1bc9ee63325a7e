package io.switchboard.core.store.timer;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer.
 *
 * @param kind who is rung for
 * @param subject what it is about; with the kind it identifies the timer
 * @param ticketId the ticket it goes with, or null
 * @param dueAt when it is due, by the desk's clock
 * @param payload given back when it rings, or null
 * @param ringAt when it rings next: the due time, or a later one after a failure
 * @param attempts how often ringing failed
 */
public record TimerRow(
        String kind,
        String subject,
        @Nullable TicketId ticketId,
        Instant dueAt,
        @Nullable String payload,
        Instant ringAt,
        int attempts) {
    /** Returns the same, to be rung again later. */
    public TimerRow later(Instant ring, int failures) {
        return new TimerRow(kind, subject, ticketId, dueAt, payload, ring, failures);
    }
}
