package io.switchboard.core.store.draft;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;

/** A row of {@code ticket_draft}. */
public record DraftRow(
        PersonId person,
        TicketId ticketId,
        MessageKind kind,
        String body,
        BodyFormat format,
        long version,
        Instant updatedAt) {}
