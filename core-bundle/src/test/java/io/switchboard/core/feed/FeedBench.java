package io.switchboard.core.feed;

import io.switchboard.api.desk.Actor;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.Subscription;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.sockets.BoundedPluginCalls;
import io.switchboard.core.sockets.FakeRegistry;
import io.switchboard.core.sockets.Quarantine;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SqlFeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import io.switchboard.core.store.lease.NodeForTests;
import io.switchboard.core.store.lease.NodeIdentity;
import io.switchboard.core.store.lease.SqlLeases;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A feed with everything but tickets, on a real store, for tests. */
final class FeedBench {
    final StoreTestbed testbed;
    final FakeEventLog log = new FakeEventLog();
    final FakeRegistry registry = new FakeRegistry();
    final FeedStore store;
    final Subscriptions subscriptions;
    final FeedSignal signal = new FeedSignal();
    final LiveEventHub live;
    final FanOut fanOut;
    private final NodeIdentity node;

    FeedBench(StoreTestbed testbed) {
        this.testbed = testbed;
        store = new SqlFeedStore(testbed.mappers());
        subscriptions = new Subscriptions(testbed.transactions(), store);
        live = new LiveEventHub(testbed.transactions(), log, false);
        fanOut = new FanOut(testbed.transactions(), store, log, subscriptions, signal, live);
        node = NodeForTests.make();
    }

    FeedDispatcher dispatcher() {
        return new FeedDispatcher(
                () -> true,
                testbed.transactions(),
                store,
                log,
                subscriptions,
                new BoundedPluginCalls(new Quarantine()),
                registry,
                signal,
                new LaneLeases(testbed.transactions(), new SqlLeases(testbed.transactions(), testbed.mappers()), node),
                node);
    }

    SocketService<Reaction> register(String plugin, String name, Map<String, Object> more, Reaction reaction) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Subscription.PREFIX_ + "name", name);
        more.forEach((key, value) -> properties.put(Subscription.PREFIX_ + key, value));
        return registry.add(Reaction.class, plugin, reaction, properties);
    }

    /** Registers a subscription and makes it active, as if its plugin had been there before. */
    SubscriptionRow known(String plugin, String name, Map<String, Object> more) {
        SocketService<Reaction> service = register(plugin, name, more, events -> {});
        SubscriptionRow row = subscriptions.register(Declaration.of(service), node.id(), false);
        registry.remove(service);
        return subscriptions.change(
                row.number(),
                joining -> Subscriptions.with(joining, SubscriptionRow.State.ACTIVE, joining.registeredAt()));
    }

    TicketEvent event(TicketId ticket, long sequence, EventType type) {
        return event(ticket, sequence, type, List.of());
    }

    private TicketEvent event(TicketId ticket, long sequence, EventType type, List<FieldChange> changes) {
        return new TicketEvent(
                new EventId(testbed.ids().next()),
                ticket,
                sequence,
                type,
                new Actor.Anonymous("test"),
                Instant.now(),
                changes,
                null,
                null,
                Map.of());
    }

    TicketId ticket() {
        return new TicketId(testbed.ids().next());
    }

    /** Commits an event of a ticket whose triage is over. */
    TicketEvent commit(TicketId ticket, long sequence, EventType type) {
        return commit(ticket, sequence, type, TriageState.DONE);
    }

    TicketEvent commit(TicketId ticket, long sequence, EventType type, TriageState triage) {
        return commit(ticket, sequence, type, triage, List.of());
    }

    TicketEvent commit(TicketId ticket, long sequence, EventType type, TriageState triage, List<FieldChange> changes) {
        TicketEvent event = event(ticket, sequence, type, changes);
        log.add(event);
        testbed.transactions().write(() -> {
            fanOut.append(ticket, triage, List.of(event));
            return true;
        });
        return event;
    }

    List<FeedRow> rows(SubscriptionRow subscription, TicketId ticket) {
        return testbed.transactions().read(() -> store.rows(subscription.number(), List.of(ticket), 1_000));
    }

    static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("did not come about within a minute");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
