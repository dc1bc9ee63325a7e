package io.switchboard.core.desk.relation;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.TicketChanges;
import io.switchboard.core.desk.lineage.BranchTicket;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.link.LinkStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ties tickets to each other, unties them, and lists the ties (CH1, CH3, CH4). Ties with a direction form no circle. */
@Component(service = LinkTickets.class)
public final class LinkTickets {
    private static final int MOST = 10_000;

    private final Transactions transactions;
    private final TicketChanges changes;
    private final ReadTicket read;
    private final TicketStore tickets;
    private final LinkStore links;

    /** Makes the use case. */
    @Activate
    public LinkTickets(
            @Reference Transactions transactions,
            @Reference TicketChanges changes,
            @Reference ReadTicket read,
            @Reference TicketStore tickets,
            @Reference LinkStore links) {
        this.transactions = transactions;
        this.changes = changes;
        this.read = read;
        this.tickets = tickets;
        this.links = links;
    }

    /** A tie as one of its tickets shows it. */
    public record Tie(TicketLink link, TicketSummary other) {}

    /** Returns the ties to tickets that the caller sees. */
    public List<Tie> list(Caller caller, TicketId ticket) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            List<TicketLink> all = links.of(ticket);
            Map<TicketId, TicketSummary> seen = tickets
                    .summaries(
                            all.stream().map(link -> other(link, ticket)).collect(Collectors.toSet()),
                            AccessPolicy.scope(caller))
                    .stream()
                    .collect(Collectors.toMap(TicketSummary::id, Function.identity()));
            List<Tie> ties = new ArrayList<>();
            for (TicketLink link : all) {
                TicketSummary other = seen.get(other(link, ticket));
                if (other != null) {
                    ties.add(new Tie(link, other));
                }
            }
            return ties;
        });
    }

    /**
     * Ties two tickets that the caller sees.
     *
     * @throws SwitchboardException with {@code would-form-cycle}, or {@code already-exists}
     */
    public TicketLink link(Caller caller, TicketLink wanted) {
        TicketLink link = directed(wanted);
        return onBoth(caller, link, EventType.TICKET_LINKED, () -> {
            refuseCircle(link);
            if (!links.add(link)) {
                throw new SwitchboardException(ErrorCode.ALREADY_EXISTS, "These tickets are tied so already");
            }
        });
    }

    /**
     * Unties a ticket from another that the caller sees.
     *
     * @param precondition which version of the ticket the caller has seen
     */
    public TicketLink unlink(Caller caller, TicketId ticket, Precondition precondition, TicketLink wanted) {
        TicketLink link = directed(wanted);
        return onBoth(caller, link, EventType.TICKET_UNLINKED, () -> {
            precondition.check(read.ticket(caller, ticket));
            if (!links.remove(link)) {
                throw SwitchboardException.notFound("link");
            }
        });
    }

    /** Changes both tickets in the order of their ids, so that two people who tie the same ones never block each other. */
    private TicketLink onBoth(Caller caller, TicketLink link, EventType type, Runnable work) {
        return transactions.write(() -> {
            read.stored(caller, link.from());
            read.stored(caller, link.to());
            Stream.of(link.from(), link.to())
                    .sorted()
                    .forEach(id -> changes.change(caller, id, Precondition.any(), edit -> {
                        AccessPolicy.require(caller, Right.TICKET_LINK);
                        edit.record(type, BranchTicket.describe(link));
                        return id;
                    }));
            work.run();
            return link;
        });
    }

    private void refuseCircle(TicketLink link) {
        if (link.from().equals(link.to())) {
            throw new SwitchboardException(ErrorCode.WOULD_FORM_CYCLE, "A ticket cannot be tied to itself");
        }
        if (link.kind() != LinkKind.RELATED && reachable(link.to(), link.kind()).contains(link.from())) {
            throw new SwitchboardException(
                    ErrorCode.WOULD_FORM_CYCLE, "The other ticket already leads to this one; that would form a circle");
        }
    }

    private Set<TicketId> reachable(TicketId start, LinkKind kind) {
        Set<TicketId> found = new LinkedHashSet<>();
        Deque<TicketId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && found.size() < MOST) {
            TicketId next = open.remove();
            links.of(next).stream()
                    .filter(link -> link.kind() == kind && link.from().equals(next))
                    .map(TicketLink::to)
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private static TicketLink directed(TicketLink link) {
        boolean turn = link.kind() == LinkKind.RELATED && link.from().compareTo(link.to()) > 0;
        return turn ? new TicketLink(link.kind(), link.to(), link.from()) : link;
    }

    private static TicketId other(TicketLink link, TicketId ticket) {
        return link.from().equals(ticket) ? link.to() : link.from();
    }
}
