package io.switchboard.core.store.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of tasks and of working time does. */
interface WorkStoreContract {
    Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    StoreTestbed testbed();

    private TaskStore tasks() {
        return new SqlTaskStore(testbed().mappers());
    }

    private TimeStore times() {
        return new SqlTimeStore(testbed().mappers());
    }

    @Test
    default void aTaskIsFoundAsItWasKept() {
        TaskRow full = kept(task(ticket(), "Grüße <b>", 3, NOW));
        TaskRow bare = kept(task(ticket(), "x", 0, null));
        assertThat(run(() -> tasks().find(full.id()))).contains(full);
        assertThat(run(() -> tasks().find(bare.id()))).contains(bare);
    }

    @Test
    default void aTaskIsChangedAndRemovedOnlyAsItWasSeen() {
        TaskRow row = kept(task(ticket(), "Old", 1, null));
        TaskRow newer = new TaskRow(
                row.id(), row.ticketId(), "New", person(), NOW, 7, NOW, person(), person(), 2, row.createdAt(), NOW);
        assertThat(run(() -> tasks().update(newer, 5))).isFalse();
        assertThat(run(() -> tasks().update(newer, 1))).isTrue();
        assertThat(run(() -> tasks().find(row.id()))).contains(newer);
        assertThat(run(() -> tasks().delete(row.id(), 1))).isFalse();
        assertThat(run(() -> tasks().delete(row.id(), 2))).isTrue();
        assertThat(run(() -> tasks().find(row.id()))).isEmpty();
    }

    @Test
    default void tasksOfSeveralTicketsComeByTheirPlaceAndTheOpenOnesAreCounted() {
        TicketId one = ticket();
        TicketId two = ticket();
        kept(task(one, "third", 3, null));
        kept(task(two, "second", 2, NOW));
        kept(task(one, "first", 1, null));
        kept(task(ticket(), "of another", 0, null));
        assertThat(run(() -> tasks().of(List.of(one, two))))
                .extracting(TaskRow::title)
                .containsExactly("first", "second", "third");
        assertThat(run(() -> tasks().open(List.of(one, two)))).isEqualTo(2);
        assertThat(run(() -> tasks().open(List.of(two)))).isZero();
    }

    @Test
    default void titlesCanBeRewrittenAndTasksRemovedWithTheirTicket() {
        TicketId ticket = ticket();
        TaskRow one = kept(task(ticket, "one", 1, null));
        kept(task(ticket, "two", 2, null));
        TaskRow other = kept(task(ticket(), "other", 1, null));
        does(() -> tasks().rewrite(one.id(), "gone"));
        assertThat(titles(ticket)).containsExactly("gone", "two");
        does(() -> tasks().rewriteAll(ticket, "-"));
        assertThat(titles(ticket)).containsExactly("-", "-");
        does(() -> tasks().purge(ticket));
        assertThat(titles(ticket)).isEmpty();
        assertThat(titles(other.ticketId())).containsExactly("other");
    }

    @Test
    default void timeIsFoundAsItWasKeptAndSummedUp() {
        TicketId one = ticket();
        TicketId two = ticket();
        TimeRow first = kept(time(one, 30, "looked"));
        TimeRow second = kept(time(two, 1_440, null));
        kept(time(ticket(), 5, null));
        assertThat(run(() -> times().find(first.id()))).contains(first);
        assertThat(run(() -> times().of(List.of(one, two)))).containsExactly(first, second);
        assertThat(run(() -> times().minutes(List.of(one, two)))).isEqualTo(1_470);
        assertThat(run(() -> times().minutes(List.of(ticket())))).isZero();
    }

    @Test
    default void timeIsCorrectedAndRemovedOnlyAsItWasSeen() {
        TimeRow row = kept(time(ticket(), 30, "looked"));
        TimeRow newer =
                new TimeRow(row.id(), row.ticketId(), person(), 31, NOW, "travel", null, null, 2, row.createdAt(), NOW);
        assertThat(run(() -> times().update(newer, 5))).isFalse();
        assertThat(run(() -> times().update(newer, 1))).isTrue();
        assertThat(run(() -> times().find(row.id()))).contains(newer);
        assertThat(run(() -> times().delete(row.id(), 1))).isFalse();
        assertThat(run(() -> times().delete(row.id(), 2))).isTrue();
        assertThat(run(() -> times().find(row.id()))).isEmpty();
    }

    @Test
    default void notesCanBeTakenAwayAndTheMinutesStay() {
        TicketId ticket = ticket();
        TimeRow one = kept(time(ticket, 10, "one"));
        kept(time(ticket, 20, "two"));
        does(() -> times().rewrite(one.id(), "gone"));
        assertThat(notes(ticket)).containsExactly("gone", "two");
        does(() -> times().forgetNotes(ticket));
        assertThat(notes(ticket)).containsExactly(null, null);
        assertThat(run(() -> times().minutes(List.of(ticket)))).isEqualTo(30);
        does(() -> times().purge(ticket));
        assertThat(notes(ticket)).isEmpty();
    }

    private List<String> titles(TicketId ticket) {
        return run(() -> tasks().of(List.of(ticket))).stream()
                .map(TaskRow::title)
                .toList();
    }

    private List<@Nullable String> notes(TicketId ticket) {
        return run(() -> times().of(List.of(ticket))).stream()
                .<@Nullable String>map(TimeRow::note)
                .toList();
    }

    private TaskRow kept(TaskRow row) {
        does(() -> tasks().insert(row));
        return row;
    }

    private TimeRow kept(TimeRow row) {
        does(() -> times().insert(row));
        return row;
    }

    private TaskRow task(TicketId ticket, String title, int place, @Nullable Instant doneAt) {
        PersonId somebody = doneAt == null ? null : person();
        return new TaskRow(
                testbed().ids().next(),
                ticket,
                title,
                somebody,
                doneAt,
                place,
                doneAt,
                somebody,
                somebody,
                1,
                NOW,
                NOW);
    }

    private TimeRow time(TicketId ticket, int minutes, @Nullable String note) {
        return new TimeRow(testbed().ids().next(), ticket, person(), minutes, NOW, "work", note, person(), 1, NOW, NOW);
    }

    private TicketId ticket() {
        return new TicketId(testbed().ids().next());
    }

    private PersonId person() {
        return new PersonId(testbed().ids().next());
    }

    private void does(Runnable work) {
        run(() -> {
            work.run();
            return true;
        });
    }

    private <T> T run(Supplier<T> work) {
        return testbed().transactions().write(work);
    }
}
