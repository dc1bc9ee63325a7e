package io.switchboard.core.store.escalation;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;

/** A ticket and when it, or its thread, last changed. */
public record ChangedTicket(TicketId id, Instant updatedAt) {}
