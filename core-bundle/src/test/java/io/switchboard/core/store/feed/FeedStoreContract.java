package io.switchboard.core.store.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.feed.FeedRow.State;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

interface FeedStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed store();

    default FeedStore testee() {
        return new SqlFeedStore(store().mappers());
    }

    @Test
    default void aSubscriptionIsFoundAgainUnderItsNumber() {
        SubscriptionRow added = subscribe("again");
        assertThat(in(testee()::subscriptions)).contains(added);
        assertThat(added.id()).isEqualTo("plugin.again");
    }

    @Test
    default void aSubscriptionChangesItsState() {
        SubscriptionRow added = subscribe("changing");
        SubscriptionRow lapsed = new SubscriptionRow(
                added.number(),
                added.plugin(),
                added.name(),
                added.node(),
                "ticket.opened",
                true,
                true,
                SubscriptionRow.State.LAPSED,
                added.registeredAt(),
                NOON.plusSeconds(60));
        run(() -> testee().update(lapsed));
        assertThat(in(testee()::subscriptions)).contains(lapsed);
    }

    @Test
    default void readyTicketsComeInTheOrderOfTheirWaitingAndOnce() {
        int number = subscribe("order").number();
        TicketId late = ticket();
        TicketId early = ticket();
        run(() -> testee().add(List.of(row(number, late, 1, 5), row(number, early, 1, 1), row(number, early, 2, 2))));
        assertThat(in(() -> testee().readyTickets(number, 10))).containsExactly(early, late);
        assertThat(in(() -> testee().readyTickets(number, 1))).containsExactly(early);
    }

    @Test
    default void rowsComeByTicketAndSequence() {
        int number = subscribe("rows").number();
        TicketId ticket = ticket();
        List<FeedRow> rows = List.of(row(number, ticket, 1, 0), row(number, ticket, 2, 0), row(number, ticket, 10, 0));
        run(() -> testee().add(List.of(rows.get(2), rows.get(0), rows.get(1))));
        assertThat(in(() -> testee().rows(number, List.of(ticket, ticket()), 10)))
                .isEqualTo(rows);
        assertThat(in(() -> testee().rows(number, List.of(ticket), 2))).isEqualTo(rows.subList(0, 2));
    }

    @Test
    default void deliveredRowsAreGone() {
        int number = subscribe("gone").number();
        TicketId ticket = ticket();
        List<FeedRow> rows = List.of(row(number, ticket, 1, 0), row(number, ticket, 2, 0));
        run(() -> testee().add(rows));
        run(() -> testee().remove(rows.subList(0, 1)));
        assertThat(in(() -> testee().rows(number, List.of(ticket), 10))).isEqualTo(rows.subList(1, 2));
    }

    @Test
    default void deliveredRowsOfOneTicketGoWithoutThoseBetween() {
        int number = subscribe("between").number();
        TicketId ticket = ticket();
        TicketId other = ticket();
        List<FeedRow> rows = List.of(
                row(number, ticket, 1, 0),
                row(number, ticket, 2, 0),
                row(number, ticket, 3, 0),
                row(number, other, 1, 0));
        run(() -> testee().add(rows));
        run(() -> testee().remove(List.of(rows.get(0), rows.get(2))));
        assertThat(in(() -> testee().rows(number, List.of(ticket), 10))).containsExactly(rows.get(1));
        assertThat(in(() -> testee().rows(number, List.of(other), 10))).containsExactly(rows.get(3));
    }

    @Test
    default void whatWasToBeToldOfAPurgedTicketGoesButForItsEnd() {
        int one = subscribe("purge-one").number();
        int other = subscribe("purge-other").number();
        TicketId ticket = ticket();
        TicketId left = ticket();
        FeedRow parked = new FeedRow(one, ticket, 1, row(one, ticket, 1, 0).eventId(), State.PARKED, NOON, 8, "no");
        FeedRow end = row(one, ticket, 3, 0);
        FeedRow kept = row(other, left, 1, 0);
        run(() -> testee().add(List.of(parked, row(one, ticket, 2, 0), end, row(other, ticket, 2, 0), kept)));
        run(() -> testee().removeOf(ticket, 3));
        assertThat(in(() -> testee().rows(one, List.of(ticket), 10))).containsExactly(end);
        assertThat(in(() -> testee().rows(other, List.of(ticket, left), 10))).containsExactly(kept);
    }

    @Test
    default void aRowChangesOnlyForWhoSawItsLastAttempt() {
        int number = subscribe("attempt").number();
        TicketId ticket = ticket();
        FeedRow fresh = row(number, ticket, 1, 0);
        run(() -> testee().add(List.of(fresh)));
        FeedRow failed =
                new FeedRow(number, ticket, 1, fresh.eventId(), State.DELAYED, NOON.plusSeconds(9), 1, "no route");
        assertThat(in(() -> testee().change(failed, 0))).isTrue();
        assertThat(in(() -> testee().change(failed, 0))).isFalse();
        assertThat(in(() -> testee().find(number, ticket, 1))).contains(failed);
    }

    @Test
    default void heldRowsWaitUntilTheyAreReleased() {
        int number = subscribe("held").number();
        TicketId ticket = ticket();
        run(() -> testee().add(List.of(row(number, ticket, 1, 0), row(number, ticket, 2, 0))));
        run(() -> testee().hold(number, ticket, 0));
        assertThat(in(() -> testee().readyTickets(number, 10))).isEmpty();
        run(() -> testee().release(number, ticket));
        assertThat(in(() -> testee().readyTickets(number, 10))).containsExactly(ticket);
    }

    @Test
    default void delayedRowsGetReadyAtTheirTime() {
        int number = subscribe("delayed").number();
        TicketId ticket = ticket();
        FeedRow fresh = row(number, ticket, 1, 0);
        run(() -> testee().add(List.of(fresh)));
        run(() -> testee().change(
                        new FeedRow(number, ticket, 1, fresh.eventId(), State.DELAYED, NOON.plusSeconds(5), 1, null),
                        0));
        assertThat(in(() -> testee().wake(number, NOON.plusSeconds(4)))).isZero();
        assertThat(in(() -> testee().wake(number, NOON.plusSeconds(5)))).isEqualTo(1);
        assertThat(in(() -> testee().readyTickets(number, 10))).containsExactly(ticket);
    }

    @Test
    default void theBacklogCountsWhatWaitsAndWhatIsParked() {
        int number = subscribe("backlog").number();
        TicketId ticket = ticket();
        FeedRow first = row(number, ticket, 1, 0);
        run(() -> testee().add(List.of(first, row(number, ticket, 2, 3))));
        assertThat(in(() -> testee().backlog(number))).isEqualTo(new Backlog(2, 0, NOON));
        FeedRow parked = new FeedRow(number, ticket, 1, first.eventId(), State.PARKED, NOON, 8, "gave up");
        run(() -> testee().change(parked, 0));
        assertThat(in(() -> testee().backlog(number))).isEqualTo(new Backlog(1, 1, NOON.plusSeconds(3)));
        assertThat(in(() -> testee().parked(number, 5))).containsExactly(parked);
    }

    @Test
    default void aRemovedSubscriptionTakesItsRowsAlong() {
        SubscriptionRow added = subscribe("removed");
        TicketId ticket = ticket();
        run(() -> testee().add(List.of(row(added.number(), ticket, 1, 0))));
        run(() -> testee().remove(added.number()));
        assertThat(in(testee()::subscriptions)).doesNotContain(added);
        assertThat(in(() -> testee().find(added.number(), ticket, 1))).isEmpty();
    }

    private SubscriptionRow subscribe(String name) {
        return in(() -> testee().add(new SubscriptionRow(
                0, "plugin", name, "", "", false, false, SubscriptionRow.State.ACTIVE, NOON, NOON)));
    }

    private FeedRow row(int subscription, TicketId ticket, long sequence, int second) {
        return FeedRow.fresh(
                subscription, ticket, sequence, new EventId(store().ids().next()), NOON.plusSeconds(second));
    }

    private TicketId ticket() {
        return new TicketId(store().ids().next());
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }

    private void run(Runnable work) {
        store().transactions().write(() -> {
            work.run();
            return true;
        });
    }
}
