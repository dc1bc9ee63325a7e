package io.switchboard.core.store.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of notifications does. */
interface NotificationStoreContract {
    Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed testbed();

    private NotificationStore testee() {
        return new SqlNotificationStore(testbed().mappers());
    }

    @Test
    default void thoseOfAPersonComeTheLatestFirstAndPageByPage() {
        PersonId ada = person();
        List<NotificationRow> rows = kept(ada, 3);
        kept(person(), 1);
        assertThat(run(() -> testee().of(ada, false, null, 2))).containsExactly(rows.get(2), rows.get(1));
        assertThat(run(() -> testee().of(ada, false, rows.get(1).id(), 2))).containsExactly(rows.get(0));
    }

    @Test
    default void whatIsReadIsReadOnceAndByItsOwnerAlone() {
        PersonId ada = person();
        List<UUID> ids = kept(ada, 3).stream().map(NotificationRow::id).toList();
        assertThat(run(() -> testee().read(person(), ids, THEN))).isZero();
        assertThat(run(() -> testee().read(ada, List.of(ids.get(1)), THEN))).isEqualTo(1);
        assertThat(run(() -> testee().read(ada, List.of(ids.get(1)), THEN))).isZero();
        assertThat(run(() -> testee().read(ada, List.of(), THEN))).isZero();
        assertThat(run(() -> testee().of(ada, true, null, 9)))
                .extracting(NotificationRow::id)
                .containsExactly(ids.get(2), ids.get(0));
        assertThat(run(() -> testee().readAll(ada, THEN))).isEqualTo(2);
        assertThat(run(() -> testee().of(ada, true, null, 9))).isEmpty();
        assertThat(run(() -> testee().of(ada, false, null, 9)))
                .extracting(NotificationRow::readAt)
                .containsOnly(THEN);
    }

    @Test
    default void onlyTheLatestAreKeptAndThoseOfATicketGoWithIt() {
        PersonId ada = person();
        List<NotificationRow> rows = kept(ada, 4);
        does(() -> testee().keepLatest(ada, 4));
        assertThat(run(() -> testee().of(ada, false, null, 9))).hasSize(4);
        does(() -> testee().keepLatest(ada, 3));
        assertThat(run(() -> testee().of(ada, false, null, 9))).containsExactly(rows.get(3), rows.get(2), rows.get(1));
        does(() -> testee().purge(rows.get(3).ticketId()));
        assertThat(run(() -> testee().of(ada, false, null, 9))).containsExactly(rows.get(2), rows.get(1));
    }

    private List<NotificationRow> kept(PersonId person, int number) {
        List<NotificationRow> rows = new ArrayList<>();
        for (int count = 0; count < number; count++) {
            NotificationRow row = new NotificationRow(
                    testbed().ids().next(),
                    person,
                    new TicketId(testbed().ids().next()),
                    "mention",
                    count == 0 ? null : person,
                    THEN,
                    null);
            does(() -> testee().insert(row));
            rows.add(row);
        }
        return rows;
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
