package io.switchboard.core.feed;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.Backlog;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import io.switchboard.core.store.lease.Lease;
import io.switchboard.core.store.lease.Leases;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows every subscription with its backlog. */
@Component(service = ListReactions.class)
public final class ListReactions {
    private final Transactions transactions;
    private final FeedStore store;
    private final Subscriptions subscriptions;
    private final FeedDispatcher dispatcher;
    private final Leases leases;

    /** Makes the use case. */
    @Activate
    public ListReactions(
            @Reference Transactions transactions,
            @Reference FeedStore store,
            @Reference Subscriptions subscriptions,
            @Reference FeedDispatcher dispatcher,
            @Reference Leases leases) {
        this.transactions = transactions;
        this.store = store;
        this.subscriptions = subscriptions;
        this.dispatcher = dispatcher;
        this.leases = leases;
    }

    /** Returns all subscriptions in the order of their registration. */
    public List<ReactionSummary> handle(Caller caller) {
        AccessPolicy.require(caller, Right.PLUGIN_READ);
        return transactions.read(
                () -> subscriptions.all().stream().map(this::summary).toList());
    }

    private ReactionSummary summary(SubscriptionRow row) {
        Backlog backlog = store.backlog(row.number());
        return new ReactionSummary(
                row.id(),
                row.plugin(),
                row.name(),
                row.node().isEmpty() ? null : row.node(),
                row.state().id(),
                dispatcher.served().contains(row.number()),
                leases.holder(Lane.leaseName(row.number())).map(Lease::owner).orElse(null),
                row.events().isEmpty() ? List.of() : Arrays.asList(row.events().split(",", -1)),
                row.confidential(),
                backlog.rows(),
                backlog.oldest(),
                backlog.parked());
    }
}
