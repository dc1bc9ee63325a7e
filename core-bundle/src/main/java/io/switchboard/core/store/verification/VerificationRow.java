package io.switchboard.core.store.verification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question or a reminder.
 *
 * @param ticketId the ticket that was solved
 * @param reopenings how often it had been reopened until then
 * @param kind {@code question} or {@code reminder}
 * @param person who was asked
 * @param tokenHash the hash of the link's token; null if nothing was sent, or if it was used
 * @param askedAt when
 * @param expiresAt until when the link is good
 */
public record VerificationRow(
        TicketId ticketId,
        int reopenings,
        String kind,
        PersonId person,
        @Nullable String tokenHash,
        Instant askedAt,
        Instant expiresAt) {
    /** The first letter of a round. */
    public static final String QUESTION = "question";

    /** The second one. */
    public static final String REMINDER = "reminder";
}
