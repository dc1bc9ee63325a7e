package io.switchboard.core.desk.lineage;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.TicketEdit;
import io.switchboard.core.desk.configuration.TypeProfiles;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.IdGenerator;
import io.switchboard.core.store.history.HistoryRow;
import io.switchboard.core.store.link.LinkStore;
import io.switchboard.core.store.ticket.StoredTicket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes a ticket out of another, chained to it (CH1): with its people, product, category and what was told of the trouble,
 * but with a lifecycle, an assignment and clocks of its own. It goes through triage like every new ticket.
 */
@Component(service = BranchTicket.class)
public final class BranchTicket {
    private final TicketChanges changes;
    private final LinkStore links;
    private final TypeProfiles profiles;
    private final Lifecycle lifecycle;
    private final IdGenerator ids;

    /** Makes it. */
    @Activate
    public BranchTicket(
            @Reference TicketChanges changes,
            @Reference LinkStore links,
            @Reference TypeProfiles profiles,
            @Reference Lifecycle lifecycle,
            @Reference IdGenerator ids) {
        this.changes = changes;
        this.links = links;
        this.profiles = profiles;
        this.lifecycle = lifecycle;
        this.ids = ids;
    }

    /**
     * What the new ticket begins with.
     *
     * @param number its number, made before the transaction
     * @param opening its first message, which the caller keeps or moves there
     */
    public record Beginning(String number, String subject, String description, MessageId opening) {}

    /** Returns an id for a ticket that is to be made. */
    public TicketId nextId() {
        return new TicketId(ids.next());
    }

    /** Returns a tie as the history tells it. */
    public static Map<String, String> describe(TicketLink link) {
        return Map.of(
                "kind", link.kind().id(),
                "from", link.from().toString(),
                "to", link.to().toString());
    }

    /** Makes the ticket inside the caller's transaction, in which the origin is locked. */
    public Ticket from(Ticket origin, TicketId id, Beginning beginning, Caller caller, Instant now) {
        Ticket ticket = new Ticket(
                id,
                beginning.number(),
                1,
                beginning.subject(),
                beginning.description(),
                origin.requester(),
                origin.submitter(),
                origin.organization(),
                caller.channel(),
                origin.classification(),
                lifecycle.begin(profiles.of(origin.classification().type()), now),
                null,
                null,
                origin.circumstances(),
                null,
                List.of(),
                null,
                null,
                Set.of(),
                origin.fields(),
                origin.confidential(),
                false,
                null,
                now,
                now);
        TicketLink link = new TicketLink(LinkKind.CHAINED, id, origin.id());
        links.add(link);
        return changes.add(
                new StoredTicket(ticket, Set.of(), beginning.opening(), null, 0, HistoryRow.BEGINNING),
                caller,
                List.of(
                        TicketEdit.happening(
                                EventType.TICKET_OPENED, beginning.opening(), Map.of("given", "type,impact,urgency")),
                        TicketEdit.happening(EventType.TICKET_LINKED, null, describe(link))));
    }
}
