package io.switchboard.core.feed;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells a reaction again: all that is parked for it, or all that happened since a time. */
@Component(service = ReplayReaction.class)
public final class ReplayReaction {
    private static final int ROWS_A_TIME = 500;

    private final Transactions transactions;
    private final FeedStore store;
    private final Subscriptions subscriptions;
    private final FeedDispatcher dispatcher;

    /** Makes the use case. */
    @Activate
    public ReplayReaction(
            @Reference Transactions transactions,
            @Reference FeedStore store,
            @Reference Subscriptions subscriptions,
            @Reference FeedDispatcher dispatcher) {
        this.transactions = transactions;
        this.store = store;
        this.subscriptions = subscriptions;
        this.dispatcher = dispatcher;
    }

    /**
     * Tells it again.
     *
     * @param from since when everything is told again, or null for what is parked only
     */
    public void handle(Caller caller, String reaction, @Nullable Instant from) {
        AccessPolicy.require(caller, Right.REACTION_REPLAY);
        SubscriptionRow row = subscriptions.require(reaction);
        while (unpark(row.number()) == ROWS_A_TIME) {
            Thread.onSpinWait();
        }
        if (from != null) {
            subscriptions.change(
                    row.number(), stored -> Subscriptions.with(stored, SubscriptionRow.State.JOINING, from));
        }
        dispatcher.retryNow(row.number());
    }

    private int unpark(int number) {
        return transactions.write(() -> {
            List<FeedRow> parked = store.parked(number, ROWS_A_TIME);
            parked.forEach(row -> Parking.release(store, row));
            return parked.size();
        });
    }
}
