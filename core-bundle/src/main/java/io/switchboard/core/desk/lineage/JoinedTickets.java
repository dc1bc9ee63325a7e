package io.switchboard.core.desk.lineage;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the tickets that are read as one with a ticket: those merged into it (CH4). Joins the thread's transaction. */
@Component(service = JoinedTickets.class)
public final class JoinedTickets {
    private static final int MOST = 900;

    private final TicketStore tickets;

    /** Makes it. */
    @Activate
    public JoinedTickets(@Reference TicketStore tickets) {
        this.tickets = tickets;
    }

    /** Returns the ticket and those merged into it, whoever sees them. */
    public List<TicketId> all(TicketId ticket) {
        List<TicketId> all = new ArrayList<>(List.of(ticket));
        tickets.mergedInto(ticket).stream().limit(MOST).forEach(all::add);
        return all;
    }

    /** Returns the ticket, which the caller sees, and those merged into it that they see too. */
    public List<TicketId> seen(Caller caller, TicketId ticket) {
        List<TicketId> merged = tickets.mergedInto(ticket).stream().limit(MOST).toList();
        List<TicketId> seen = new ArrayList<>(List.of(ticket));
        if (!merged.isEmpty()) {
            tickets.summaries(merged, AccessPolicy.scope(caller)).stream()
                    .map(TicketSummary::id)
                    .sorted()
                    .forEach(seen::add);
        }
        return seen;
    }
}
