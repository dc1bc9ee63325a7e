package io.switchboard.core.desk.record;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.people.directory.ImportanceListener;
import io.switchboard.core.store.ticket.Bucket;
import io.switchboard.core.store.ticket.TicketListing;
import io.switchboard.core.store.ticket.TicketListing.Filter;
import io.switchboard.core.store.ticket.TicketListing.Lane;
import io.switchboard.core.store.ticket.TicketListing.Position;
import io.switchboard.core.store.ticket.TicketOrder;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes into the history of a customer's open tickets that their importance changed, so that triage asks the advisors
 * again. Who changed it stands in the audit log; they need not see the tickets, so the desk itself writes.
 */
@Component(service = ImportanceListener.class)
public final class TellImportance implements ImportanceListener {
    private static final Caller DESK = Caller.system("people");
    private static final int PAGE = 200;

    private final TicketStore tickets;
    private final TicketChanges changes;

    /** Makes it. */
    @Activate
    public TellImportance(@Reference TicketStore tickets, @Reference TicketChanges changes) {
        this.tickets = tickets;
        this.changes = changes;
    }

    @Override
    public void importanceChanged(PersonId customer, boolean vip, String reason) {
        FieldChange change = new FieldChange("vip", Boolean.toString(!vip), Boolean.toString(vip));
        open(customer).stream()
                .sorted()
                .forEach(ticket -> changes.change(DESK, ticket, Precondition.any(), edit -> {
                    edit.because(reason);
                    edit.record(EventType.TICKET_EDITED, List.of(change), Map.of());
                    return ticket;
                }));
    }

    private List<TicketId> open(PersonId customer) {
        List<TicketId> open = new ArrayList<>();
        List<TicketSummary> page = page(customer, null);
        while (!page.isEmpty()) {
            page.forEach(ticket -> open.add(ticket.id()));
            TicketSummary last = page.get(page.size() - 1);
            page = page.size() < PAGE ? List.of() : page(customer, new Position(last.updatedAt(), null, last.id()));
        }
        return open;
    }

    private List<TicketSummary> page(PersonId customer, @Nullable Position after) {
        return tickets.list(new TicketListing(
                AccessPolicy.scope(DESK),
                Bucket.OPEN,
                new Lane.OfRequester(customer),
                Filter.NONE,
                TicketOrder.UPDATED,
                after,
                PAGE));
    }
}
