package io.switchboard.core.store.thread;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code message}. */
public record MessageRow(
        MessageId id,
        TicketId ticketId,
        MessageKind kind,
        @Nullable PersonId author,
        String body,
        BodyFormat format,
        String channel,
        boolean automatic,
        Instant createdAt) {}
