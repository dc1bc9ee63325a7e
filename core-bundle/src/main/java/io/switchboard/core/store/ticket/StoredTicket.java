package io.switchboard.core.store.ticket;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with what only the desk needs to know of it.
 *
 * @param ticket the ticket
 * @param participants persons in copy and watchers
 * @param openingMessage the message with its description
 * @param mergedInto the ticket in which its matter goes on, or null
 * @param lastSequence the sequence of the last row of its history
 * @param lastHash that row's hash
 */
public record StoredTicket(
        Ticket ticket,
        Set<PersonId> participants,
        MessageId openingMessage,
        @Nullable TicketId mergedInto,
        long lastSequence,
        String lastHash) {
    /** Keeps a copy. */
    public StoredTicket {
        participants = Set.copyOf(participants);
    }
}
