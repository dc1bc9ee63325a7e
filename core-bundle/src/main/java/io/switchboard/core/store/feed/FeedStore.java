package io.switchboard.core.store.feed;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps subscriptions and feed rows. Every method joins the transaction of its thread. */
public interface FeedStore {
    /** Returns all subscriptions in the order of their numbers. */
    List<SubscriptionRow> subscriptions();

    /** Adds a subscription under the next free number. Fails with a duplicate key if it is there already. */
    SubscriptionRow add(SubscriptionRow withoutNumber);

    /** Changes what a subscription wants, its state and when it was seen. */
    void update(SubscriptionRow subscription);

    /** Removes a subscription and all of its rows. */
    void remove(int subscription);

    /** Adds rows in one statement. */
    void add(List<FeedRow> rows);

    /** Returns tickets with rows that are ready, those that wait longest first, each once. */
    List<TicketId> readyTickets(int subscription, int limit);

    /** Returns rows of tickets by ticket and sequence; the last ticket's may be cut off by the limit. */
    List<FeedRow> rows(int subscription, Collection<TicketId> tickets, int limit);

    /** Removes rows that were delivered or skipped. */
    void remove(List<FeedRow> rows);

    /** Removes the rows of a ticket that come before a sequence, whatever their state; all subscriptions'. */
    void removeOf(TicketId ticket, long before);

    /** Stores the state, due time, attempts and error of a row, if it still has the attempts it was read with. */
    boolean change(FeedRow row, int attemptsRead);

    /** Makes the ready rows of a ticket that come after a sequence wait. */
    void hold(int subscription, TicketId ticket, long after);

    /** Makes the held rows of a ticket ready. */
    void release(int subscription, TicketId ticket);

    /** Makes delayed rows ready whose time has come. */
    int wake(int subscription, Instant now);

    /** Returns how much is still to be told. */
    Backlog backlog(int subscription);

    /** Returns parked rows, those parked longest first. */
    List<FeedRow> parked(int subscription, int limit);

    /** Returns one row. */
    Optional<FeedRow> find(int subscription, TicketId ticket, long sequence);
}
