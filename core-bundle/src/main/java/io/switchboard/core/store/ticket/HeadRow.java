package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.TicketId;

/**
 * Where the history of a ticket ends.
 *
 * @param id the ticket
 * @param number its number
 * @param lastSequence how many rows its history has
 * @param lastHash the last row's hash
 */
public record HeadRow(TicketId id, String number, long lastSequence, String lastHash) {}
