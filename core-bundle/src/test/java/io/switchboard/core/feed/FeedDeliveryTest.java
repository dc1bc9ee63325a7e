package io.switchboard.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.FieldChange;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.feed.FeedRow;
import io.switchboard.core.store.feed.SubscriptionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedDeliveryTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private FeedBench bench;
    private final List<FeedDispatcher> dispatchers = new ArrayList<>();
    private final List<TicketEvent> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void make() {
        bench = new FeedBench(STORE);
    }

    @AfterEach
    void stop() throws Exception {
        for (FeedDispatcher dispatcher : dispatchers) {
            dispatcher.deactivate();
        }
    }

    @Test
    void whilePendingOnlyTriageIsToldAndAfterwardsEverybodyOfEverything() {
        SubscriptionRow others = bench.known("others", "pending", Map.of());
        SubscriptionRow triage = bench.subscriptions.find("core.triage").orElseThrow();
        TicketId ticket = bench.ticket();

        bench.commit(ticket, 1, EventType.TICKET_OPENED, TriageState.PENDING);
        bench.commit(ticket, 2, EventType.MESSAGE_RECEIVED, TriageState.PENDING);
        assertThat(bench.rows(others, ticket)).isEmpty();
        assertThat(sequences(bench.rows(triage, ticket))).containsExactly(1L, 2L);

        bench.commit(ticket, 3, EventType.TICKET_TRIAGED, TriageState.DONE);
        assertThat(sequences(bench.rows(others, ticket))).containsExactly(1L, 2L, 3L);
        assertThat(sequences(bench.rows(triage, ticket))).containsExactly(1L, 2L);
    }

    @Test
    void aTicketThatComesBackToTriageIsToldOfFromThereOn() {
        SubscriptionRow others = bench.known("others", "back", Map.of());
        TicketId ticket = bench.ticket();
        bench.commit(ticket, 1, EventType.TICKET_OPENED, TriageState.PENDING);
        bench.commit(ticket, 2, EventType.TICKET_TRIAGED, TriageState.DONE);
        List<FieldChange> back = List.of(new FieldChange("triage", "done", "pending"));
        bench.commit(ticket, 3, EventType.TICKET_DISPOSITION_CHANGED, TriageState.PENDING, back);
        assertThat(sequences(bench.rows(others, ticket))).containsExactly(1L, 2L);

        bench.commit(ticket, 4, EventType.TICKET_TRIAGED, TriageState.DONE);
        assertThat(sequences(bench.rows(others, ticket))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void theEndOfATicketIsToldThoughTriageIsPending() {
        SubscriptionRow others = bench.known("others", "end", Map.of());
        TicketId ticket = bench.ticket();
        bench.commit(ticket, 1, EventType.TICKET_OPENED, TriageState.PENDING);
        bench.commit(ticket, 2, EventType.TICKET_PURGED, TriageState.PENDING);
        assertThat(sequences(bench.rows(others, ticket))).containsExactly(2L);
    }

    @Test
    void onlyWantedEventsAreKept() {
        SubscriptionRow row = bench.known("picky", "wanted", Map.of("events", "ticket.closed"));
        TicketId ticket = bench.ticket();
        bench.commit(ticket, 1, EventType.TICKET_OPENED);
        bench.commit(ticket, 2, EventType.TICKET_CLOSED);
        assertThat(sequences(bench.rows(row, ticket))).containsExactly(2L);
    }

    @Test
    void whatHappensWhileAPluginIsAwayIsToldWhenItComesBack() {
        SubscriptionRow row = bench.known("away", "comes-back", Map.of());
        TicketId ticket = bench.ticket();
        TicketEvent first = bench.commit(ticket, 1, EventType.TICKET_OPENED);
        TicketEvent second = bench.commit(ticket, 2, EventType.TICKET_CLOSED);

        start();
        bench.register("away", "comes-back", Map.of(), told::addAll);
        FeedBench.until(() -> bench.rows(row, ticket).isEmpty());
        assertThat(told).containsExactly(first, second);
    }

    @Test
    void aNewPluginIsToldOfWhatWasBeforeIfItWants() {
        TicketId ticket = bench.ticket();
        TicketEvent first = bench.commit(ticket, 1, EventType.TICKET_OPENED);
        start();
        bench.register("historian", "from-start", Map.of("from.start", true, "batch", 10), told::addAll);
        FeedBench.until(() -> told.contains(first));
        TicketEvent second = bench.commit(ticket, 2, EventType.TICKET_CLOSED);
        FeedBench.until(() -> told.contains(second));
        assertThat(told).containsExactly(first, second);
    }

    @Test
    void confidentialTicketsAreForThoseWhoMayOnlyAndJudgedAtDelivery() {
        SubscriptionRow row = bench.known("curious", "secrets", Map.of("confidential", true));
        TicketId open = bench.ticket();
        TicketId secret = bench.ticket();
        bench.commit(secret, 1, EventType.TICKET_OPENED);
        TicketEvent seen = bench.commit(open, 1, EventType.TICKET_OPENED);
        bench.log.confidential.add(secret);
        start();
        bench.register("curious", "secrets", Map.of("confidential", true), told::addAll);
        FeedBench.until(
                () -> bench.rows(row, secret).isEmpty() && bench.rows(row, open).isEmpty());
        assertThat(told).containsExactly(seen);
    }

    @Test
    void anEventThatFailsAlwaysIsParkedAndHoldsBackItsTicketOnly() {
        SubscriptionRow row = bench.known("fussy", "parks", Map.of("batch", 10));
        TicketId poisoned = bench.ticket();
        TicketId healthy = bench.ticket();
        bench.commit(poisoned, 1, EventType.TICKET_OPENED);
        TicketEvent poison = bench.commit(poisoned, 2, EventType.TICKET_EDITED);
        bench.commit(poisoned, 3, EventType.TICKET_CLOSED);
        TicketEvent good = bench.commit(healthy, 1, EventType.TICKET_OPENED);

        FeedDispatcher dispatcher = start();
        bench.register("fussy", "parks", Map.of("batch", 10), events -> {
            if (events.contains(poison)) {
                throw new IllegalStateException("cannot stomach this");
            }
            told.addAll(events);
        });
        FeedBench.until(() -> {
            dispatcher.retryNow(row.number());
            return bench.rows(row, poisoned).stream().anyMatch(kept -> kept.state() == FeedRow.State.PARKED);
        });
        FeedBench.until(() -> told.contains(good));

        List<FeedRow> kept = bench.rows(row, poisoned);
        assertThat(sequences(kept)).containsExactly(2L, 3L);
        assertThat(kept.get(0).attempts()).isEqualTo(8);
        assertThat(kept.get(0).error()).contains("cannot stomach this");
        assertThat(told).extracting(TicketEvent::sequence).doesNotContain(2L, 3L);
    }

    private FeedDispatcher start() {
        FeedDispatcher dispatcher = bench.dispatcher();
        dispatchers.add(dispatcher);
        return dispatcher;
    }

    private static List<Long> sequences(List<FeedRow> rows) {
        return rows.stream().map(FeedRow::sequence).toList();
    }
}
