package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;

/**
 * What decides who may be told of a ticket.
 *
 * @param id the ticket
 * @param confidential whether it is confidential
 * @param triage whether triage has spoken
 */
public record StandingRow(TicketId id, boolean confidential, TriageState triage) {}
