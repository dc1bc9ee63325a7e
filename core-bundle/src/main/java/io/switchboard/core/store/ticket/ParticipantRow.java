package io.switchboard.core.store.ticket;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;

/** That a person takes part in a ticket. */
public record ParticipantRow(TicketId ticketId, PersonId person) {}
