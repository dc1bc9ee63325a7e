package io.switchboard.core.store.feed;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface FeedMapper {
    List<SubscriptionRow> subscriptions();

    int nextNumber();

    void insertSubscription(SubscriptionRow subscription);

    void updateSubscription(SubscriptionRow subscription);

    void deleteSubscription(int subscription);

    void deleteAllRows(int subscription);

    void insertRows(@Param("rows") List<FeedRow> rows);

    List<TicketId> readyTickets(@Param("subscription") int subscription, @Param("limit") int limit);

    List<FeedRow> rows(
            @Param("subscription") int subscription,
            @Param("tickets") Collection<TicketId> tickets,
            @Param("limit") int limit);

    void deleteRows(
            @Param("subscription") int subscription,
            @Param("ticket") TicketId ticket,
            @Param("sequences") Collection<Long> sequences);

    int change(@Param("row") FeedRow row, @Param("attemptsRead") int attemptsRead);

    void hold(@Param("subscription") int subscription, @Param("ticket") TicketId ticket, @Param("after") long after);

    void release(@Param("subscription") int subscription, @Param("ticket") TicketId ticket);

    int wake(@Param("subscription") int subscription, @Param("now") Instant now);

    int count(@Param("subscription") int subscription, @Param("state") FeedRow.State state, @Param("limit") int limit);

    @Nullable
    Instant oldest(int subscription);

    List<FeedRow> inState(
            @Param("subscription") int subscription, @Param("state") FeedRow.State state, @Param("limit") int limit);

    Optional<FeedRow> find(
            @Param("subscription") int subscription,
            @Param("ticket") TicketId ticket,
            @Param("sequence") long sequence);

    void deleteOf(
            @Param("subscription") int subscription, @Param("ticket") TicketId ticket, @Param("before") long before);
}
