package io.switchboard.core.store.outgoing;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to leave the desk, or has left.
 *
 * @param id the same at every attempt
 * @param ticketId the ticket it is about, or null
 * @param purpose why it is sent, for example {@code password-reset}
 * @param addressKind the kind of address, for example {@code email}
 * @param address where it goes
 * @param receiver the receiver's name
 * @param content subject and text, sealed; null once it is not needed any more
 * @param state {@code waiting}, {@code delivered} or {@code parked}
 * @param attempts how often delivery was tried
 * @param createdAt when it was written
 * @param expiresAt when it is not worth sending any more
 * @param outcome what became of it, or null
 */
public record OutgoingRow(
        UUID id,
        @Nullable TicketId ticketId,
        String purpose,
        String addressKind,
        String address,
        String receiver,
        @Nullable String content,
        String state,
        int attempts,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String outcome) {
    /** The state of a message that is to be sent. */
    public static final String WAITING = "waiting";

    /** The state of a message that a courier took. */
    public static final String DELIVERED = "delivered";

    /** The state of a message that will not be tried again. */
    public static final String PARKED = "parked";
}
