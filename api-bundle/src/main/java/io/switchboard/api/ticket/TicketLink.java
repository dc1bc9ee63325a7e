package io.switchboard.api.ticket;

/**
 * A tie between two tickets.
 *
 * @param kind how the first is tied to the second
 * @param from the first
 * @param to the second
 */
public record TicketLink(LinkKind kind, TicketId from, TicketId to) {}
