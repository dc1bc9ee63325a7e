package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.TicketId;
import org.apache.ibatis.annotations.Param;

/** Rows of ticket_turn. */
interface TicketTurnMapper {
    void insert(@Param("ticket") TicketId ticket, @Param("taken") long taken);

    int take(TicketId ticket);

    int lockTicket(TicketId ticket);

    void delete(TicketId ticket);
}
