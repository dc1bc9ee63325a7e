package io.switchboard.core.store.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of presence does. */
interface PresenceStoreContract {
    Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    StoreTestbed testbed();

    private PresenceStore testee() {
        return new SqlPresenceStore(testbed().mappers());
    }

    @Test
    default void whoComesAgainIsThereOnceAndAsTheyCameLast() {
        TicketId ticket = ticket();
        PersonId ada = person();
        put(new PresenceRow(ticket, ada, "viewing", NOW.minusSeconds(90)));
        assertThat(run(() -> testee().at(ticket, NOW.minusSeconds(60)))).isEmpty();
        PresenceRow again = put(new PresenceRow(ticket, ada, "writing", NOW));
        assertThat(run(() -> testee().at(ticket, NOW.minusSeconds(60)))).containsExactly(again);
        assertThat(run(() -> testee().at(ticket(), NOW.minusSeconds(60)))).isEmpty();
    }

    @Test
    default void whoWasSeenLatelyIsFoundWhereverTheyAre() {
        PresenceRow early = put(new PresenceRow(ticket(), person(), "viewing", NOW.plusSeconds(1_000)));
        PresenceRow late = put(new PresenceRow(ticket(), person(), "viewing", NOW.plusSeconds(2_000)));
        assertThat(run(() -> testee().since(NOW.plusSeconds(999)))).contains(early, late);
        assertThat(run(() -> testee().since(NOW.plusSeconds(1_000))))
                .contains(late)
                .doesNotContain(early);
    }

    @Test
    default void whatIsOldAndWhatIsOfATicketCanBeForgotten() {
        PresenceRow old = put(new PresenceRow(ticket(), person(), "viewing", NOW.minusSeconds(9_000)));
        PresenceRow fresh = put(new PresenceRow(ticket(), person(), "viewing", NOW));
        run(() -> {
            testee().forget(NOW.minusSeconds(8_000));
            return true;
        });
        assertThat(run(() -> testee().at(old.ticketId(), Instant.EPOCH))).isEmpty();
        assertThat(run(() -> testee().at(fresh.ticketId(), Instant.EPOCH))).containsExactly(fresh);
        run(() -> {
            testee().purge(fresh.ticketId());
            return true;
        });
        assertThat(run(() -> testee().at(fresh.ticketId(), Instant.EPOCH))).isEmpty();
    }

    private PresenceRow put(PresenceRow row) {
        run(() -> {
            testee().put(row);
            return true;
        });
        return row;
    }

    private TicketId ticket() {
        return new TicketId(testbed().ids().next());
    }

    private PersonId person() {
        return new PersonId(testbed().ids().next());
    }

    private <T> T run(Supplier<T> work) {
        return testbed().transactions().write(work);
    }
}
