package io.switchboard.core.store.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.store.DuplicateKeyException;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of surveys does. */
interface SurveyStoreContract {
    Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    StoreTestbed testbed();

    private SurveyStore testee() {
        return new SqlSurveyStore(testbed().mappers());
    }

    @Test
    default void anInvitationIsFoundAsItWasKeptAndAClosureHasOneOnly() {
        SurveyRow row = kept(ticket(), 0, person(), "hash-" + UUID.randomUUID());
        assertThat(run(() -> testee().find(row.id()))).contains(row);
        assertThat(run(() -> testee().of(row.ticketId(), 0))).contains(row);
        assertThat(run(() -> testee().byToken(String.valueOf(row.tokenHash())))).contains(row);
        assertThat(run(() -> testee().of(row.ticketId(), 1))).isEmpty();
        assertThat(run(() -> testee().any())).isTrue();
        assertThatThrownBy(() -> kept(row.ticketId(), 0, row.person(), null)).isInstanceOf(DuplicateKeyException.class);
        SurveyRow next = kept(row.ticketId(), 1, row.person(), null);
        assertThat(run(() -> testee().of(row.ticketId()))).containsExactly(next, row);
    }

    @Test
    default void aPersonWasAskedLastWhenTheyWereLastAsked() {
        PersonId person = person();
        assertThat(run(() -> testee().lastAsked(person))).isEmpty();
        SurveyRow first = kept(ticket(), 0, person, null);
        assertThat(run(() -> testee().lastAsked(person))).contains(first.askedAt());
        assertThat(run(() -> testee().of(person, 10))).containsExactly(first);
    }

    @Test
    default void anAnswerStandsInTheRowAndIsFollowedUpOnce() {
        SurveyRow row = kept(ticket(), 0, person(), null);
        does(() -> testee().answer(new SurveyAnswerRow(
                row.id(), 2, true, false, "{\"stars\":\"2\"}", "{\"words\":\"Grüße\"}", THEN, null)));
        assertThat(run(() -> testee().find(row.id()))).hasValueSatisfying(found -> {
            assertThat(found.score()).isEqualTo(2);
            assertThat(found.low()).isTrue();
            assertThat(found.words()).contains("Grüße");
            assertThat(found.answeredAt()).isEqualTo(THEN);
        });
        assertThat(run(() -> testee().followUp(row.id(), "task"))).isTrue();
        assertThat(run(() -> testee().followUp(row.id(), "reopen"))).isFalse();
        does(() -> testee().forgetWords(row.ticketId()));
        assertThat(run(() -> testee().find(row.id())).map(SurveyRow::words)).isEmpty();
        does(() -> testee().purge(row.ticketId()));
        assertThat(run(() -> testee().find(row.id()))).isEmpty();
    }

    @Test
    default void listsAndFiguresAreReadWithEveryFilter() {
        SurveyFilter all = new SurveyFilter(
                "rating", null, true, true, THEN, THEN, testbed().ids().next(), 5);
        var scope = AccessPolicy.scope(Caller.system("test"));
        assertThat(run(() -> testee().list(all, scope))).isEmpty();
        assertThat(run(() -> testee().count(all, scope))).isEmpty();
        assertThat(run(() -> testee().list(all, AccessPolicy.scope(Caller.anonymous("test")))))
                .isEqualTo(List.of());
    }

    private SurveyRow kept(TicketId ticket, int closure, PersonId person, @Nullable String token) {
        SurveyRow row = new SurveyRow(
                testbed().ids().next(),
                ticket,
                closure,
                SurveyRow.ASKED,
                person,
                "rating",
                "1",
                "stars",
                "{}",
                token,
                token != null,
                THEN,
                THEN.plusSeconds(60),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        does(() -> testee().add(row));
        return row;
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
        return testbed().transactions().write(work::get);
    }
}
