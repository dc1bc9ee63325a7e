package io.switchboard.core.feed;

import io.switchboard.api.people.Right;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows what is parked for a reaction. It names events and tickets by their ids and never what they say. */
@Component(service = ListParked.class)
public final class ListParked {
    private static final int SHOWN = 200;

    private final Transactions transactions;
    private final FeedStore store;
    private final EventLog log;
    private final Subscriptions subscriptions;

    /** Makes the use case. */
    @Activate
    public ListParked(
            @Reference Transactions transactions,
            @Reference FeedStore store,
            @Reference EventLog log,
            @Reference Subscriptions subscriptions) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.subscriptions = subscriptions;
    }

    /**
     * A parked row.
     *
     * @param row its name, by which it is replayed or skipped
     * @param ticket the ticket's id
     * @param event the event's id
     * @param type the event's type, or null if the event is gone
     * @param attempts how often it was tried
     * @param error what the last failure was
     * @param parkedAt when it was parked
     */
    public record Parked(
            String row,
            String ticket,
            String event,
            @Nullable String type,
            int attempts,
            @Nullable String error,
            Instant parkedAt) {}

    /** Returns the first 200 rows, those parked longest first. */
    public List<Parked> handle(Caller caller, String reaction) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        int number = subscriptions.require(reaction).number();
        return transactions.read(() -> {
            List<FeedRow> rows = store.parked(number, SHOWN);
            Map<EventId, TicketEvent> events = rows.isEmpty()
                    ? Map.of()
                    : log.withIds(rows.stream().map(FeedRow::eventId).toList()).stream()
                            .collect(Collectors.toMap(TicketEvent::id, Function.identity()));
            return rows.stream()
                    .map(row -> parked(row, events.get(row.eventId())))
                    .toList();
        });
    }

    private static Parked parked(FeedRow row, @Nullable TicketEvent event) {
        return new Parked(
                Parking.name(row),
                row.ticketId().toString(),
                row.eventId().toString(),
                event == null ? null : event.type().id(),
                row.attempts(),
                row.error(),
                row.dueAt());
    }
}
