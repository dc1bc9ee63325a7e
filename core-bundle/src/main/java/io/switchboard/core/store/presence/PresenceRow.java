package io.switchboard.core.store.presence;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;

/** A row of {@code ticket_presence}. */
public record PresenceRow(TicketId ticketId, PersonId person, String activity, Instant seenAt) {}
