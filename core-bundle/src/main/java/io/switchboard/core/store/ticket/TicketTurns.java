package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.MapperSource;

/**
 * Whose turn it is to change a ticket, as a row to be locked until the transaction ends. The ticket's own row would do as
 * well, but writing that touches each of its many indexes.
 */
final class TicketTurns {
    private final MapperSource mappers;

    TicketTurns(MapperSource mappers) {
        this.mappers = mappers;
    }

    void opened(TicketId ticket) {
        mapper().insert(ticket, 0);
    }

    /** Takes the turn, or returns false if there is no such ticket. */
    boolean take(TicketId ticket) {
        return mapper().take(ticket) == 1 || takeFirst(ticket);
    }

    /** A ticket that was opened before there were turns gets its own while its own row is locked. */
    private boolean takeFirst(TicketId ticket) {
        if (mapper().lockTicket(ticket) == 0) {
            return false;
        }
        if (mapper().take(ticket) == 0) {
            mapper().insert(ticket, 1);
        }
        return true;
    }

    void purged(TicketId ticket) {
        mapper().delete(ticket);
    }

    private TicketTurnMapper mapper() {
        return mappers.of(TicketTurnMapper.class);
    }
}
