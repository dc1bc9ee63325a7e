package io.switchboard.core.feed;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be done with a parked row. The name of a row is its ticket and its sequence, joined by a point. */
final class Parking {
    private static final Pattern NAME = Pattern.compile("([0-9a-fA-F-]{36})\\.(\\d{1,18})");

    private Parking() {}

    static String name(FeedRow row) {
        return row.ticketId() + "." + row.sequence();
    }

    /**
     * Finds a parked row by its name.
     *
     * @throws SwitchboardException with {@code not-found} if there is no such row, {@code in-use} if it is not parked
     */
    static FeedRow require(FeedStore store, int subscription, String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw SwitchboardException.notFound("row");
        }
        FeedRow row = store.find(subscription, TicketId.of(parts.group(1)), Long.parseLong(parts.group(2)))
                .orElseThrow(() -> SwitchboardException.notFound("row"));
        if (row.state() != FeedRow.State.PARKED) {
            throw new SwitchboardException(ErrorCode.IN_USE, "This row is not parked; it is delivered by itself");
        }
        return row;
    }

    /** Has a row and those behind it delivered anew, as if it had never failed. */
    static void release(FeedStore store, FeedRow row) {
        store.change(
                FeedRow.fresh(row.subscription(), row.ticketId(), row.sequence(), row.eventId(), row.dueAt()),
                row.attempts());
        store.release(row.subscription(), row.ticketId());
    }
}
