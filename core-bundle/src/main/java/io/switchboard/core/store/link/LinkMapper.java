package io.switchboard.core.store.link;

import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.TicketId;
import java.util.List;

/** Statements on {@code ticket_link}. */
public interface LinkMapper {
    /** A row of {@code ticket_link}. */
    record LinkRow(TicketId fromTicket, TicketId toTicket, LinkKind kind) {}

    List<LinkRow> find(LinkRow row);

    void insert(LinkRow row);

    int delete(LinkRow row);

    List<LinkRow> from(TicketId ticket);

    List<LinkRow> to(TicketId ticket);

    void deleteFrom(TicketId ticket);

    void deleteTo(TicketId ticket);
}
