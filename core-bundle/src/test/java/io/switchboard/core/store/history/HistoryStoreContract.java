package io.switchboard.core.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.ticket.EventId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of the history keeps (AU1). */
interface HistoryStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00.000123Z");

    StoreTestbed store();

    default HistoryStore testee() {
        return new SqlHistoryStore(store().mappers());
    }

    @Test
    default void rowsAreReadAsTheyWereWrittenAndStillFollowOneAnother() {
        List<HistoryRow> rows = chain(ticket(), 3);
        List<HistoryRow> read = in(() -> testee().ofTicket(rows.get(0).ticketId(), 0, 10));
        assertThat(read).isEqualTo(rows);
        assertThat(read.get(0).follows(HistoryRow.BEGINNING)).isTrue();
        assertThat(read.get(1).follows(read.get(0).hash())).isTrue();
        assertThat(read.get(1).follows(HistoryRow.BEGINNING)).isFalse();
    }

    @Test
    default void rowsAreReadForwardsAndBackwardsInPages() {
        List<HistoryRow> rows = chain(ticket(), 5);
        TicketId ticket = rows.get(0).ticketId();
        assertThat(in(() -> testee().ofTicket(ticket, 2, 2))).isEqualTo(rows.subList(2, 4));
        assertThat(in(() -> testee().latest(ticket, Long.MAX_VALUE, 2))).containsExactly(rows.get(4), rows.get(3));
        assertThat(in(() -> testee().latest(ticket, 3, 9))).containsExactly(rows.get(1), rows.get(0));
    }

    @Test
    default void rowsOfSeveralTicketsComeTogetherEachTicketsInOrder() {
        List<HistoryRow> one = chain(ticket(), 3);
        List<HistoryRow> other = chain(ticket(), 2);
        List<TicketId> both = List.of(one.get(0).ticketId(), other.get(0).ticketId(), ticket());
        List<HistoryRow> read = in(() -> testee().ofTickets(both, 100));
        assertThat(read).hasSize(5).containsSubsequence(one).containsSubsequence(other);
        assertThat(in(() -> testee().ofTickets(both, 4))).isEqualTo(read.subList(0, 4));
        assertThat(in(() -> testee().ofTickets(List.of(), 4))).isEmpty();
    }

    @Test
    default void eventsAreFoundByTheirIdsAndWalkedInTheirOrder() {
        List<HistoryRow> rows = chain(ticket(), 3);
        assertThat(in(() -> testee().withIds(
                                List.of(rows.get(2).eventId(), rows.get(0).eventId()))))
                .containsExactlyInAnyOrder(rows.get(0), rows.get(2));
        assertThat(in(() -> testee().from(rows.get(1).eventId(), 2))).isEqualTo(rows.subList(1, 3));
    }

    @Test
    default void severalTicketsAreReadTogetherInTheOrderOfWhatHappened() {
        List<HistoryRow> one = chain(ticket(), 2);
        List<HistoryRow> other = chain(ticket(), 2);
        Set<TicketId> both = Set.of(one.get(0).ticketId(), other.get(0).ticketId());
        Set<String> types = Set.of(one.get(0).type());
        assertThat(in(() -> testee().story(both, types, null, 3)))
                .containsExactly(one.get(0), one.get(1), other.get(0));
        assertThat(in(() -> testee().story(both, types, one.get(1).eventId(), 9)))
                .isEqualTo(other);
        assertThat(in(() -> testee().story(both, Set.of("ticket.unheard"), null, 9)))
                .isEmpty();
    }

    @Test
    default void aPlaceInTheHistoryIsTakenOnce() {
        List<HistoryRow> rows = chain(ticket(), 1);
        HistoryRow again = HistoryRow.chained(
                HistoryRow.BEGINNING, rows.get(0).ticketId(), 1, event(), "ticket.edited", "{}", NOON, "{}");
        assertThatThrownBy(() -> append(List.of(again), List.of())).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void aPurgeLeavesTheLastRowAndNoText() {
        List<HistoryRow> rows = chain(ticket(), 3);
        HistoryRow last = rows.get(2);
        HistoryText text = new HistoryText(rows.get(0).eventId(), "subject", "00", null, "secret");
        append(List.of(), List.of(text));
        assertThat(in(() -> testee().texts(List.of(rows.get(0).eventId())))).containsExactly(text);
        in(() -> {
            testee().purge(last.ticketId(), last.sequence());
            return true;
        });
        assertThat(in(() -> testee().ofTicket(last.ticketId(), 0, 10))).containsExactly(last);
        assertThat(in(() -> testee().texts(List.of(rows.get(0).eventId())))).isEmpty();
    }

    @Test
    default void wordsAreErasedOneByOneOrWithTheirTicketAndTheRowsStay() {
        List<HistoryRow> rows = chain(ticket(), 2);
        EventId first = rows.get(0).eventId();
        EventId second = rows.get(1).eventId();
        append(
                List.of(),
                List.of(
                        new HistoryText(first, "subject", "00", null, "secret"),
                        new HistoryText(first, "reason", "01", null, "why"),
                        new HistoryText(second, "reason", "02", null, "why")));
        assertThat(in(() -> testee().worded(null, 1000)))
                .containsSubsequence(first, second)
                .doesNotHaveDuplicates();
        assertThat(in(() -> testee().worded(first, 1000))).contains(second).doesNotContain(first);
        in(() -> {
            testee().eraseText(first, "subject");
            return true;
        });
        assertThat(in(() -> testee().texts(List.of(first, second))))
                .extracting(HistoryText::field)
                .containsExactly("reason", "reason");
        in(() -> {
            testee().eraseTexts(rows.get(0).ticketId());
            return true;
        });
        assertThat(in(() -> testee().texts(List.of(first, second)))).isEmpty();
        assertThat(in(() -> testee().ofTicket(rows.get(0).ticketId(), 0, 10))).isEqualTo(rows);
    }

    private List<HistoryRow> chain(TicketId ticket, int length) {
        List<HistoryRow> rows = new ArrayList<>();
        String hash = HistoryRow.BEGINNING;
        for (int sequence = 1; sequence <= length; sequence++) {
            HistoryRow row = HistoryRow.chained(
                    hash, ticket, sequence, event(), "ticket.edited", "{\"kind\":\"system\"}", NOON, "{\"ü\":1}");
            rows.add(row);
            hash = row.hash();
        }
        append(rows, List.of());
        return rows;
    }

    private void append(List<HistoryRow> rows, List<HistoryText> texts) {
        in(() -> {
            testee().append(rows, texts);
            return true;
        });
    }

    private EventId event() {
        return new EventId(store().ids().next());
    }

    private TicketId ticket() {
        return new TicketId(store().ids().next());
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
