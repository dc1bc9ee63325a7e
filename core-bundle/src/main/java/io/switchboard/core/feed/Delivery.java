package io.switchboard.core.feed;

import io.switchboard.api.reaction.Reaction;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.sockets.Answer;
import io.switchboard.core.sockets.PluginCalls;
import io.switchboard.core.sockets.SocketService;
import io.switchboard.core.sockets.WhiteboardRegistry;
import io.switchboard.core.store.Transactions;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.FeedStore;
import io.switchboard.core.store.feed.SubscriptionRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers rows of one subscription, round by round, on one thread at a time. A call gets events of as many tickets as
 * its batch takes; if it fails, each of its tickets is tried by itself, so that one bad event holds back its own ticket
 * only. An event that failed before is told alone.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int SETTLE_ROWS = 100;
    private static final Duration SETTLE_AFTER = Duration.ofMillis(100);

    private final Transactions transactions;
    private final FeedStore store;
    private final EventLog log;
    private final PluginCalls calls;
    private final SubscriptionRow subscription;
    private final Declaration declaration;
    private final SocketService<Reaction> reaction;
    private final Retries retries;
    private final BooleanSupplier mayGoOn;

    private final List<FeedRow> delivered = new ArrayList<>();
    private final List<FeedRow> failed = new ArrayList<>();
    private final Set<TicketId> unblocked = new HashSet<>();
    private long unsettledSince;

    Delivery(
            Transactions transactions,
            FeedStore store,
            EventLog log,
            PluginCalls calls,
            SubscriptionRow subscription,
            Declaration declaration,
            SocketService<Reaction> reaction,
            BooleanSupplier mayGoOn) {
        this.transactions = transactions;
        this.store = store;
        this.log = log;
        this.calls = calls;
        this.subscription = subscription;
        this.declaration = declaration;
        this.reaction = reaction;
        this.retries = Retries.of(subscription);
        this.mayGoOn = mayGoOn;
    }

    /** How a call ended. */
    private enum Outcome {
        DONE,
        FAILED,
        NOT_CALLED
    }

    /** Delivers what is ready now. Returns whether it is worth looking again at once. */
    boolean round() {
        Claim claim =
                transactions.read(() -> Claim.read(store, log, subscription.number(), subscription.confidential()));
        if (claim.empty()) {
            return false;
        }
        delivered.clear();
        failed.clear();
        unblocked.clear();
        delivered.addAll(claim.settled());
        unblocked.addAll(claim.unblocked());
        unsettledSince = System.nanoTime();
        boolean all = deliver(claim.tickets());
        settle(claim.blocked());
        return all;
    }

    private boolean deliver(List<Claim.Work> tickets) {
        List<Claim.Work> call = new ArrayList<>();
        int size = 0;
        for (Claim.Work ticket : tickets) {
            if (ticket.triedBefore() || ticket.rows().size() > declaration.batch()) {
                if (!alone(ticket)) {
                    return false;
                }
                continue;
            }
            if (size + ticket.rows().size() > declaration.batch()) {
                if (!together(call)) {
                    return false;
                }
                call.clear();
                size = 0;
            }
            call.add(ticket);
            size += ticket.rows().size();
        }
        return together(call);
    }

    private boolean together(List<Claim.Work> tickets) {
        if (tickets.isEmpty()) {
            return true;
        }
        List<TicketEvent> events =
                tickets.stream().flatMap(ticket -> ticket.events().stream()).toList();
        List<String> error = new ArrayList<>(1);
        switch (call(events, error)) {
            case DONE -> {
                tickets.forEach(ticket -> delivered.addAll(ticket.rows()));
                settleNowAndThen();
                return true;
            }
            case NOT_CALLED -> {
                return false;
            }
            case FAILED -> {
                if (tickets.size() == 1 && events.size() == 1) {
                    fail(tickets.get(0).rows().get(0), error.get(0));
                    return true;
                }
                return tickets.stream().allMatch(this::alone);
            }
        }
        throw new IllegalStateException("no such outcome");
    }

    /** Tells a ticket's events by themselves, one by one after a failure. Returns whether others may be told. */
    private boolean alone(Claim.Work ticket) {
        int step = ticket.triedBefore() ? 1 : declaration.batch();
        int from = 0;
        while (from < ticket.rows().size()) {
            int to = Math.min(ticket.rows().size(), from + step);
            Claim.Work part = ticket.part(from, to);
            List<String> error = new ArrayList<>(1);
            Outcome outcome = call(part.events(), error);
            if (outcome == Outcome.NOT_CALLED) {
                return false;
            }
            if (outcome == Outcome.DONE) {
                delivered.addAll(part.rows());
                settleNowAndThen();
                from = to;
            } else if (part.rows().size() == 1) {
                fail(part.rows().get(0), error.get(0));
                return true;
            } else {
                step = 1;
            }
        }
        return true;
    }

    private Outcome call(List<TicketEvent> events, List<String> error) {
        if (!mayGoOn.getAsBoolean()) {
            return Outcome.NOT_CALLED;
        }
        if (reaction.plugin().equals(WhiteboardRegistry.CORE)) {
            try {
                reaction.service().react(events);
                return Outcome.DONE;
            } catch (Exception | StackOverflowError failure) {
                LOG.warn("The core's reaction {} failed", subscription.id(), failure);
                error.add(failure.toString());
                return Outcome.FAILED;
            }
        }
        Answer<Boolean> answer = calls.ask(reaction, declaration.limit(), service -> {
            service.react(events);
            return true;
        });
        if (answer instanceof Answer.Failed<Boolean> failure) {
            error.add(failure.message());
            return failure.kind() == Answer.Kind.REJECTED ? Outcome.NOT_CALLED : Outcome.FAILED;
        }
        return Outcome.DONE;
    }

    private void fail(FeedRow row, String error) {
        FeedRow next = retries.afterFailure(row, error, Subscriptions.now());
        failed.add(next);
        unblocked.remove(row.ticketId());
        if (next.state() == FeedRow.State.PARKED) {
            LOG.error(
                    "Event {} of ticket {} is parked for {}: {}",
                    row.sequence(),
                    row.ticketId(),
                    subscription.id(),
                    error);
        }
    }

    private void settleNowAndThen() {
        if (delivered.size() >= SETTLE_ROWS || System.nanoTime() - unsettledSince > SETTLE_AFTER.toNanos()) {
            settle(List.of());
        }
    }

    private void settle(List<FeedRow> blocked) {
        if (delivered.isEmpty() && failed.isEmpty() && blocked.isEmpty()) {
            return;
        }
        transactions.write(() -> {
            store.remove(delivered);
            for (FeedRow row : failed) {
                if (store.change(row, row.attempts() - 1)) {
                    store.hold(row.subscription(), row.ticketId(), row.sequence());
                }
            }
            blocked.forEach(row -> store.hold(row.subscription(), row.ticketId(), row.sequence()));
            Set<TicketId> free = new HashSet<>();
            delivered.stream()
                    .map(FeedRow::ticketId)
                    .filter(unblocked::contains)
                    .forEach(free::add);
            free.forEach(ticket -> store.release(subscription.number(), ticket));
            return true;
        });
        delivered.clear();
        failed.clear();
        unsettledSince = System.nanoTime();
    }
}
