package io.switchboard.core.feed;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes one row for each event and each subscription that wants it. */
@Component(service = FeedWriter.class)
public final class FanOut implements FeedWriter {
    private static final int ROWS_A_STATEMENT = 500;

    private final Transactions transactions;
    private final FeedStore store;
    private final EventLog log;
    private final Subscriptions subscriptions;
    private final FeedSignal signal;
    private final LiveEventHub live;

    /** Makes the writer. */
    @Activate
    public FanOut(
            @Reference Transactions transactions,
            @Reference FeedStore store,
            @Reference EventLog log,
            @Reference Subscriptions subscriptions,
            @Reference FeedSignal signal,
            @Reference LiveEventHub live) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.subscriptions = subscriptions;
        this.signal = signal;
        this.live = live;
    }

    @Override
    public void append(TicketId ticket, TriageState triage, List<TicketEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        boolean released = events.stream().anyMatch(event -> event.type() == EventType.TICKET_TRIAGED);
        List<TicketEvent> soFar = released ? withheld(log.ofTicket(ticket)) : events;
        List<FeedRow> rows = new ArrayList<>();
        Instant now = Subscriptions.now();
        for (Subscriptions.Known subscription : subscriptions.known()) {
            if (subscription.row().state() == SubscriptionRow.State.LAPSED) {
                continue;
            }
            boolean waits = triage == TriageState.PENDING && !subscription.triage();
            for (TicketEvent event : subscription.triage() ? events : soFar) {
                if (subscription.wants(event) && (!waits || event.type() == EventType.TICKET_PURGED)) {
                    rows.add(FeedRow.fresh(subscription.row().number(), ticket, event.sequence(), event.id(), now));
                }
            }
        }
        write(rows);
        Set<Integer> told = new HashSet<>();
        rows.forEach(row -> told.add(row.subscription()));
        transactions.afterCommit(() -> {
            signal.rowsFor(told);
            live.committed(soFar);
        });
    }

    /** Leaves out what was told before a ticket came back to triage. */
    private static List<TicketEvent> withheld(List<TicketEvent> all) {
        for (int index = all.size() - 1; index > 0; index--) {
            if (all.get(index).changes().stream().anyMatch(FanOut::backToTriage)) {
                return all.subList(index, all.size());
            }
        }
        return all;
    }

    private static boolean backToTriage(FieldChange change) {
        return change.field().equals("triage") && TriageState.PENDING.id().equals(change.after());
    }

    private void write(List<FeedRow> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
            store.add(rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT)));
        }
    }
}
