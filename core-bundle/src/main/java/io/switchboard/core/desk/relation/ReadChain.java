package io.switchboard.core.desk.relation;

import io.switchboard.api.lifecycle.StatusCategory;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.LinkKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.access.VisibilityScope;
import io.switchboard.core.desk.history.History;
import io.switchboard.core.desk.record.ReadTicket;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.link.LinkStore;
import io.switchboard.core.store.ticket.TicketStore;
import io.switchboard.core.store.ticket.TicketSummary;
import io.switchboard.core.timing.DeskClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the chain that a ticket belongs to as one story (CH2): the tickets that are chained to it, to those, and so on, as
 * far as the caller sees them; what happened to all of them; and how long the whole took.
 */
@Component(service = ReadChain.class)
public final class ReadChain {
    private static final int MOST = 200;
    private static final int RESOLUTIONS = 5_000;

    private final Transactions transactions;
    private final ReadTicket read;
    private final TicketStore tickets;
    private final LinkStore links;
    private final History history;
    private final Lifecycle lifecycle;
    private final DeskClock clock;

    /** Makes the use case. */
    @Activate
    public ReadChain(
            @Reference Transactions transactions,
            @Reference ReadTicket read,
            @Reference TicketStore tickets,
            @Reference LinkStore links,
            @Reference History history,
            @Reference Lifecycle lifecycle,
            @Reference DeskClock clock) {
        this.transactions = transactions;
        this.read = read;
        this.tickets = tickets;
        this.links = links;
        this.history = history;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    /**
     * A ticket of the chain.
     *
     * @param solvedAt when it was solved for the last time, or null while it is open
     */
    public record Member(TicketSummary ticket, @Nullable Instant solvedAt) {}

    /**
     * A chain.
     *
     * @param members its tickets, the oldest first, at most 200
     * @param solvedAt when the last of them was solved, or null while one is open
     * @param total from the opening of the first to {@code solvedAt}, or until now
     * @param events a page of what happened, the oldest first; for those who read no notes only what is for customers
     */
    public record Chain(List<Member> members, @Nullable Instant solvedAt, Duration total, List<TicketEvent> events) {}

    /**
     * Reads the chain of a ticket, which may be its only one.
     *
     * @param after the last event of the page before, or null
     */
    public Chain handle(Caller caller, TicketId ticket, @Nullable EventId after, int limit) {
        return transactions.read(() -> {
            read.stored(caller, ticket);
            List<TicketSummary> chain = chain(ticket, AccessPolicy.scope(caller));
            Set<TicketId> ids = chain.stream().map(TicketSummary::id).collect(Collectors.toSet());
            Map<TicketId, Instant> resolved = resolved(ids);
            List<Member> members = chain.stream()
                    .map(member -> new Member(member, solvedAt(member, resolved)))
                    .toList();
            Instant end = end(members);
            return new Chain(
                    members,
                    end,
                    Duration.between(chain.get(0).createdAt(), end == null ? clock.now() : end),
                    history.story(ids, told(caller), after, limit));
        });
    }

    private static @Nullable Instant end(List<Member> members) {
        Instant end = Instant.MIN;
        for (Member member : members) {
            Instant solved = member.solvedAt();
            if (solved == null) {
                return null;
            }
            end = solved.isAfter(end) ? solved : end;
        }
        return end;
    }

    /** Goes from ticket to ticket, and never through one that the caller does not see. */
    private List<TicketSummary> chain(TicketId start, VisibilityScope scope) {
        Map<TicketId, TicketSummary> found = new LinkedHashMap<>();
        Collection<TicketId> next = Set.of(start);
        while (!next.isEmpty() && found.size() < MOST) {
            List<TicketSummary> seen = tickets.summaries(next, scope);
            seen.stream().limit((long) MOST - found.size()).forEach(ticket -> found.put(ticket.id(), ticket));
            next = seen.stream()
                    .flatMap(ticket -> neighbours(ticket.id()))
                    .filter(id -> !found.containsKey(id))
                    .limit(MOST)
                    .collect(Collectors.toSet());
        }
        return found.values().stream()
                .sorted(Comparator.comparing(TicketSummary::createdAt).thenComparing(TicketSummary::id))
                .toList();
    }

    private Stream<TicketId> neighbours(TicketId ticket) {
        return links.of(ticket).stream()
                .filter(link -> link.kind() == LinkKind.CHAINED)
                .flatMap(link -> Stream.of(link.from(), link.to()));
    }

    private Map<TicketId, Instant> resolved(Set<TicketId> ids) {
        Map<TicketId, Instant> last = new HashMap<>();
        history.story(ids, Set.of(EventType.TICKET_RESOLVED), null, RESOLUTIONS)
                .forEach(event -> last.put(event.ticket(), event.at()));
        return last;
    }

    private @Nullable Instant solvedAt(TicketSummary ticket, Map<TicketId, Instant> resolved) {
        return lifecycle.category(ticket.progress()) == StatusCategory.DONE
                ? resolved.getOrDefault(ticket.id(), ticket.progress().statusSince())
                : null;
    }

    private static Set<EventType> told(Caller caller) {
        Set<EventType> told = EnumSet.allOf(EventType.class);
        if (!AccessPolicy.readsNotes(caller)) {
            told.retainAll(Arrays.stream(EventType.values())
                    .filter(EventType::forCustomers)
                    .toList());
        }
        return told;
    }
}
