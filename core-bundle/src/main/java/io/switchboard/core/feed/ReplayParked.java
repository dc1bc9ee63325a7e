package io.switchboard.core.feed;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a parked row, and those behind it, delivered anew. */
@Component(service = ReplayParked.class)
public final class ReplayParked {
    private final Transactions transactions;
    private final FeedStore store;
    private final Subscriptions subscriptions;
    private final FeedDispatcher dispatcher;

    /** Makes the use case. */
    @Activate
    public ReplayParked(
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
     * Does it.
     *
     * @param reaction the subscription's id
     * @param name the row's name, as shown by {@link ListParked}
     */
    public void handle(Caller caller, String reaction, String name) {
        AccessPolicy.require(caller, Right.REACTION_REPLAY);
        int number = subscriptions.require(reaction).number();
        transactions.write(() -> {
            FeedRow row = Parking.require(store, number, name);
            Parking.release(store, row);
            return true;
        });
        dispatcher.wake(Set.of(number));
    }
}
