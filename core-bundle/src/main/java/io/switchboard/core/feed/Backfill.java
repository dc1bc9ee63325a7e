package io.switchboard.core.feed;

import com.github.f4b6a3.uuid.UuidCreator;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that a new subscription lacks: those of events from before it, if it wants them, and those of
 * changes that were under way when it was registered and did not know of it. Nothing is delivered before, so the order
 * per ticket holds. It may be broken off and begun again: rows that are there already are not written twice.
 *
 * <p>The history is read before the rows: what is in the history by then and has no row will never get one from its own
 * transaction, because that has committed.
 */
final class Backfill {
    /** How long after its registration a subscription can be unknown to a change that is about to commit. */
    static final Duration SETTLED = Duration.ofSeconds(2);

    private static final int TICKETS_A_PAGE = 50;
    private static final int EVENTS_A_PAGE = 500;
    private static final int ROWS_A_STATEMENT = 500;
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final FeedStore store;
    private final EventLog log;
    private final Subscriptions.Known subscription;
    private final BooleanSupplier mayGoOn;

    Backfill(
            Transactions transactions,
            FeedStore store,
            EventLog log,
            Subscriptions.Known subscription,
            BooleanSupplier mayGoOn) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.subscription = subscription;
        this.mayGoOn = mayGoOn;
    }

    /** Writes what lacks. Returns whether it came to the end. */
    boolean run() {
        if (subscription.row().fromStart() && !everything()) {
            return false;
        }
        return since(subscription.row().registeredAt().minus(OVERLAP));
    }

    private boolean everything() {
        TicketId last = null;
        while (mayGoOn.getAsBoolean()) {
            TicketId after = last;
            List<TicketId> page = transactions.write(() -> ticketsAfter(after));
            if (page.isEmpty()) {
                return true;
            }
            last = page.get(page.size() - 1);
        }
        return false;
    }

    private List<TicketId> ticketsAfter(@Nullable TicketId after) {
        List<TicketId> page = log.triagedTickets(after, TICKETS_A_PAGE);
        List<TicketEvent> events =
                page.stream().flatMap(ticket -> log.ofTicket(ticket).stream()).toList();
        writeMissing(events, new LinkedHashSet<>(page));
        return page;
    }

    private boolean since(Instant moment) {
        EventId from = firstIdAt(moment);
        Set<EventId> seen = new HashSet<>();
        while (mayGoOn.getAsBoolean()) {
            EventId start = from;
            List<TicketEvent> page = transactions.write(() -> eventsFrom(start));
            boolean news = false;
            for (TicketEvent event : page) {
                news |= seen.add(event.id());
                from = event.id();
            }
            if (!news || page.size() < EVENTS_A_PAGE) {
                return true;
            }
        }
        return false;
    }

    private List<TicketEvent> eventsFrom(EventId start) {
        List<TicketEvent> page = log.from(start, EVENTS_A_PAGE);
        Set<TicketId> tickets = new LinkedHashSet<>();
        page.forEach(event -> tickets.add(event.ticket()));
        Map<TicketId, EventLog.Standing> standing = log.standing(tickets);
        tickets.removeIf(ticket -> {
            EventLog.Standing of = standing.get(ticket);
            return of == null || of.triagePending();
        });
        List<TicketEvent> visible =
                page.stream().filter(event -> tickets.contains(event.ticket())).toList();
        writeMissing(visible, tickets);
        return page;
    }

    private void writeMissing(List<TicketEvent> events, Set<TicketId> tickets) {
        Set<EventId> present = new HashSet<>();
        store.rows(subscription.row().number(), tickets, Integer.MAX_VALUE).forEach(row -> present.add(row.eventId()));
        List<FeedRow> missing = new ArrayList<>();
        for (TicketEvent event : events) {
            if (subscription.wants(event) && !present.contains(event.id())) {
                missing.add(FeedRow.fresh(
                        subscription.row().number(), event.ticket(), event.sequence(), event.id(), event.at()));
            }
        }
        for (int from = 0; from < missing.size(); from += ROWS_A_STATEMENT) {
            store.add(missing.subList(from, Math.min(missing.size(), from + ROWS_A_STATEMENT)));
        }
    }

    /** Returns the smallest identifier that can have been made at a moment. */
    static EventId firstIdAt(Instant moment) {
        return new EventId(UuidCreator.getTimeOrderedEpochMin(moment));
    }
}
