package io.switchboard.core.store.retention;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;

/** A ticket to which nothing has happened for long. */
public record OldTicket(TicketId id, String number, Instant updatedAt) {}
