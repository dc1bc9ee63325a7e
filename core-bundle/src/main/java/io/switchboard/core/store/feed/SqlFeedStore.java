package io.switchboard.core.store.feed;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.InList;
import io.switchboard.core.store.MapperSource;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The feed in tables. */
@Component(service = FeedStore.class)
public final class SqlFeedStore implements FeedStore {
    private final MapperSource mappers;

    /** Makes the store. */
    @Activate
    public SqlFeedStore(@Reference MapperSource mappers) {
        this.mappers = mappers;
    }

    private record OfTicket(int subscription, TicketId ticket) {}

    private FeedMapper mapper() {
        return mappers.of(FeedMapper.class);
    }

    @Override
    public List<SubscriptionRow> subscriptions() {
        return mapper().subscriptions();
    }

    @Override
    public SubscriptionRow add(SubscriptionRow row) {
        SubscriptionRow numbered = new SubscriptionRow(
                mapper().nextNumber(),
                row.plugin(),
                row.name(),
                row.node(),
                row.events(),
                row.confidential(),
                row.fromStart(),
                row.state(),
                row.registeredAt(),
                row.seenAt());
        mapper().insertSubscription(numbered);
        return numbered;
    }

    @Override
    public void update(SubscriptionRow subscription) {
        mapper().updateSubscription(subscription);
    }

    @Override
    public void remove(int subscription) {
        mapper().deleteSubscription(subscription);
        mapper().deleteAllRows(subscription);
    }

    @Override
    public void add(List<FeedRow> rows) {
        if (!rows.isEmpty()) {
            mapper().insertRows(rows);
        }
    }

    @Override
    public List<TicketId> readyTickets(int subscription, int limit) {
        return List.copyOf(new LinkedHashSet<>(mapper().readyTickets(subscription, limit)));
    }

    @Override
    public List<FeedRow> rows(int subscription, Collection<TicketId> tickets, int limit) {
        return tickets.isEmpty() ? List.of() : mapper().rows(subscription, InList.of(tickets, TicketId::new), limit);
    }

    @Override
    public void remove(List<FeedRow> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(row -> new OfTicket(row.subscription(), row.ticketId())))
                .forEach((of, some) -> mapper().deleteRows(
                                of.subscription(),
                                of.ticket(),
                                InList.ofNumbers(
                                        some.stream().map(FeedRow::sequence).toList())));
    }

    @Override
    public boolean change(FeedRow row, int attemptsRead) {
        return mapper().change(row, attemptsRead) == 1;
    }

    @Override
    public void hold(int subscription, TicketId ticket, long after) {
        mapper().hold(subscription, ticket, after);
    }

    @Override
    public void removeOf(TicketId ticket, long before) {
        subscriptions().forEach(subscription -> mapper().deleteOf(subscription.number(), ticket, before));
    }

    @Override
    public void release(int subscription, TicketId ticket) {
        mapper().release(subscription, ticket);
    }

    @Override
    public int wake(int subscription, Instant now) {
        return mapper().wake(subscription, now);
    }

    @Override
    public Backlog backlog(int subscription) {
        int waiting = 0;
        for (FeedRow.State state : List.of(FeedRow.State.READY, FeedRow.State.DELAYED, FeedRow.State.HELD)) {
            waiting += mapper().count(subscription, state, Backlog.COUNTED);
        }
        return new Backlog(
                Math.min(waiting, Backlog.COUNTED),
                mapper().count(subscription, FeedRow.State.PARKED, Backlog.COUNTED),
                mapper().oldest(subscription));
    }

    @Override
    public List<FeedRow> parked(int subscription, int limit) {
        return mapper().inState(subscription, FeedRow.State.PARKED, limit);
    }

    @Override
    public Optional<FeedRow> find(int subscription, TicketId ticket, long sequence) {
        return mapper().find(subscription, ticket, sequence);
    }
}
