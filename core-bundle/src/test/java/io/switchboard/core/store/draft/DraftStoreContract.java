package io.switchboard.core.store.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.BodyFormat;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of drafts does. */
interface DraftStoreContract {
    Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    StoreTestbed testbed();

    private DraftStore testee() {
        return new SqlDraftStore(testbed().mappers());
    }

    @Test
    default void thereIsOneOfEachPersonTicketAndKind() {
        DraftRow draft = kept(draft(person(), ticket(), MessageKind.REPLY));
        assertThat(run(() -> testee().find(draft.person(), draft.ticketId(), MessageKind.REPLY)))
                .contains(draft);
        assertThat(run(() -> testee().find(draft.person(), draft.ticketId(), MessageKind.NOTE)))
                .isEmpty();
        assertThat(run(() -> testee().find(person(), draft.ticketId(), MessageKind.REPLY)))
                .isEmpty();
        assertThatThrownBy(() -> kept(draft)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void itIsChangedOnlyAsItWasSeen() {
        DraftRow draft = kept(draft(person(), ticket(), MessageKind.NOTE));
        DraftRow newer = new DraftRow(
                draft.person(), draft.ticketId(), draft.kind(), "", BodyFormat.HTML, 2, NOW.plusSeconds(1));
        assertThat(run(() -> testee().update(newer, 5))).isFalse();
        assertThat(run(() -> testee().update(newer, 1))).isTrue();
        assertThat(run(() -> testee().find(draft.person(), draft.ticketId(), MessageKind.NOTE)))
                .contains(newer);
        assertThat(run(() -> testee().delete(draft.person(), draft.ticketId(), MessageKind.NOTE)))
                .isTrue();
        assertThat(run(() -> testee().delete(draft.person(), draft.ticketId(), MessageKind.NOTE)))
                .isFalse();
    }

    @Test
    default void theyAreFoundByPersonAndByTicketAndGoWithIt() {
        PersonId ada = person();
        TicketId one = ticket();
        DraftRow first = kept(draft(ada, one, MessageKind.REPLY));
        DraftRow second = kept(draft(ada, ticket(), MessageKind.NOTE));
        DraftRow foreign = kept(draft(person(), one, MessageKind.NOTE));
        assertThat(run(() -> testee().of(ada, 9))).containsExactlyInAnyOrder(first, second);
        assertThat(run(() -> testee().count(ada, 9))).isEqualTo(2);
        assertThat(run(() -> testee().count(ada, 1))).isEqualTo(1);
        assertThat(run(() -> testee().at(one))).containsExactlyInAnyOrder(first, foreign);
        run(() -> {
            testee().purge(one);
            return true;
        });
        assertThat(run(() -> testee().at(one))).isEmpty();
        assertThat(run(() -> testee().of(ada, 9))).containsExactly(second);
    }

    private DraftRow kept(DraftRow row) {
        run(() -> {
            testee().insert(row);
            return true;
        });
        return row;
    }

    private static DraftRow draft(PersonId person, TicketId ticket, MessageKind kind) {
        return new DraftRow(person, ticket, kind, "Grüße <b>", BodyFormat.MARKDOWN, 1, NOW);
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
