package io.switchboard.core.store.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of escalations does. */
interface EscalationStoreContract {
    Instant THEN = Instant.parse("1999-03-01T12:00:00Z");

    StoreTestbed testbed();

    private EscalationStore testee() {
        return new SqlEscalationStore(testbed().mappers());
    }

    @Test
    default void anEscalationIsFoundAsItWasKeptAndAnsweredOnce() {
        EscalationRow row = kept(ticket(), THEN);
        assertThat(run(() -> testee().find(row.id()))).contains(row);
        EscalationRow answered = answered(row, "sent_back");
        assertThat(run(() -> testee().answer(answered))).isTrue();
        assertThat(run(() -> testee().answer(answered(row, "accepted")))).isFalse();
        assertThat(run(() -> testee().find(row.id()))).contains(answered);
    }

    @Test
    default void thoseOfTicketsComeInTheirOrder() {
        TicketId one = ticket();
        TicketId two = ticket();
        EscalationRow first = kept(one, THEN);
        EscalationRow second = kept(two, THEN);
        kept(ticket(), THEN);
        assertThat(run(() -> testee().of(List.of(two, one)))).containsExactly(first, second);
    }

    @Test
    default void ticketsThatWereEscalatedInATimeAreCountedOnceEach() {
        Instant from = THEN.plusSeconds(9_000);
        TicketId twice = ticket();
        kept(twice, from);
        kept(twice, from.plusSeconds(1));
        kept(ticket(), from.plusSeconds(9));
        kept(ticket(), from.plusSeconds(10));
        assertThat(run(() -> testee().tickets(from, from.plusSeconds(10)))).isEqualTo(2);
        assertThat(run(() -> testee().tickets(from.minusSeconds(10), from))).isZero();
    }

    @Test
    default void wordsCanBeReplacedAndAllGoesWithTheTicket() {
        EscalationRow row = kept(ticket(), THEN);
        run(() -> testee().answer(answered(row, "accepted")));
        does(() -> testee().rewrite(row.id(), "a", "b"));
        assertThat(run(() -> testee().find(row.id()))).hasValueSatisfying(found -> {
            assertThat(found.explanation()).isEqualTo("a");
            assertThat(found.answer()).isEqualTo("b");
        });
        does(() -> testee().rewriteAll(row.ticketId(), "-"));
        assertThat(run(() -> testee().find(row.id()))).hasValueSatisfying(found -> {
            assertThat(found.explanation()).isEqualTo("-");
            assertThat(found.answer()).isNull();
        });
        does(() -> testee().purge(row.ticketId()));
        assertThat(run(() -> testee().find(row.id()))).isEmpty();
    }

    private EscalationRow kept(TicketId ticket, Instant at) {
        EscalationRow row = new EscalationRow(
                testbed().ids().next(),
                ticket,
                "functional",
                "authority",
                "Grüße <b>",
                null,
                new PersonId(testbed().ids().next()),
                new TeamId(testbed().ids().next()),
                new PersonId(testbed().ids().next()),
                null,
                at,
                "open",
                null,
                null,
                null);
        does(() -> testee().insert(row));
        return row;
    }

    private static EscalationRow answered(EscalationRow row, String state) {
        return row.answered(state, "no", row.author(), THEN.plusSeconds(60));
    }

    private TicketId ticket() {
        return new TicketId(testbed().ids().next());
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
