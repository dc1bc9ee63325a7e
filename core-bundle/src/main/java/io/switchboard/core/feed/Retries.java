package io.switchboard.core.feed;

import io.switchboard.core.sockets.WhiteboardRegistry;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.SubscriptionRow;
import java.time.Duration;
import java.time.Instant;

/**
 * When a failed delivery is tried again: after 1 second, then after twice the time before.
 *
 * @param attempts after how many failures a row is parked
 * @param longest the longest pause
 */
record Retries(int attempts, Duration longest) {
    private static final Retries ORDINARY = new Retries(8, Duration.ofMinutes(10));

    /** Triage is never given up: nobody would see the ticket. */
    private static final Retries TRIAGE = new Retries(Integer.MAX_VALUE, Duration.ofSeconds(30));

    private static final int LONGEST_ERROR = 1_000;

    static Retries of(SubscriptionRow subscription) {
        boolean triage = subscription.plugin().equals(WhiteboardRegistry.CORE)
                && subscription.name().equals(Subscriptions.TRIAGE);
        return triage ? TRIAGE : ORDINARY;
    }

    FeedRow afterFailure(FeedRow row, String error, Instant now) {
        int failures = row.attempts() + 1;
        boolean parked = failures >= attempts;
        return new FeedRow(
                row.subscription(),
                row.ticketId(),
                row.sequence(),
                row.eventId(),
                parked ? FeedRow.State.PARKED : FeedRow.State.DELAYED,
                parked ? now : now.plus(pause(failures)),
                failures,
                error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error);
    }

    Duration pause(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(20, failures - 1));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
