package io.switchboard.core.feed;

import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SqlFeedStore;

/** Makes a way into the feed for tests that need no deliveries. */
public final class FanOutForTests {
    private FanOutForTests() {}

    /** Returns a writer on the store. */
    public static FeedWriter make(StoreTestbed testbed, EventLog log) {
        FeedStore store = new SqlFeedStore(testbed.mappers());
        return new FanOut(
                testbed.transactions(),
                store,
                log,
                new Subscriptions(testbed.transactions(), store),
                new FeedSignal(),
                new LiveEventHub(testbed.transactions(), log, false));
    }
}
