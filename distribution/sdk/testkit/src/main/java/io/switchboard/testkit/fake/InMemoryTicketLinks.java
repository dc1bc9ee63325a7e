package io.switchboard.testkit.fake;

import io.switchboard.api.desk.TicketLinks;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ties between tickets, whoever may see them. */
public final class InMemoryTicketLinks implements TicketLinks {
    private final List<TicketLink> links = new CopyOnWriteArrayList<>();

    /** Ties two tickets. */
    public void add(TicketLink link) {
        links.add(link);
    }

    @Override
    public List<TicketLink> of(TicketId ticket) {
        return links.stream()
                .filter(link -> link.from().equals(ticket) || link.to().equals(ticket))
                .toList();
    }
}
