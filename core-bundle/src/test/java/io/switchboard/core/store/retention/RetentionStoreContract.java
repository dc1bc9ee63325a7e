package io.switchboard.core.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.PersonRow;
import io.switchboard.core.store.people.SqlPersonStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found old enough, on every engine. */
interface RetentionStoreContract {
    Instant NOON = Instant.parse("2026-03-01T12:00:00.000123Z");

    StoreTestbed store();

    default RetentionStore testee() {
        return new SqlRetentionStore(store().mappers());
    }

    @BeforeEach
    default void begin() {
        for (String table : List.of("ticket", "ticket_link", "outgoing", "person")) {
            sql("delete from " + table);
        }
    }

    @Test
    default void endedTicketsComeOldestFirstInPagesAndNotAtTheTimeItself() {
        TicketId second = ticket("done", "none", NOON.minusSeconds(2));
        TicketId first = ticket("done", "none", NOON.minusSeconds(3));
        TicketId sameTime = ticket("done", "none", NOON.minusSeconds(2));
        ticket("done", "none", NOON);
        ticket("active", "none", NOON.minusSeconds(9));
        ticket("discarded", "merged", NOON.minusSeconds(9));
        List<OldTicket> page = in(() -> testee().ended(NOON, false, null, 2));
        assertThat(page).extracting(OldTicket::id).containsExactly(first, second);
        assertThat(page.get(0).number()).isEqualTo(first.toString());
        assertThat(in(() -> testee().ended(NOON, false, page.get(1), 2)))
                .extracting(OldTicket::id)
                .containsExactly(sameTime);
        assertThat(in(() -> testee().aside(Disposition.SPAM, NOON, null, 2))).isEmpty();
    }

    @Test
    default void whatIsTiedToAnOpenTicketStaysWhicheverWayTheTieGoes() {
        TicketId from = ticket("done", "none", NOON.minusSeconds(3));
        TicketId to = ticket("done", "none", NOON.minusSeconds(2));
        TicketId free = ticket("done", "none", NOON.minusSeconds(1));
        TicketId open = ticket("waiting", "none", NOON.minusSeconds(9));
        link(from, open);
        link(open, to);
        link(free, from);
        assertThat(in(() -> testee().ended(NOON, false, null, 9)))
                .extracting(OldTicket::id)
                .containsExactly(free);
        sql("update ticket set bucket = 'done' where id = '" + open + "'");
        assertThat(in(() -> testee().ended(NOON, false, null, 9))).hasSize(4);
    }

    @Test
    default void whatWasEmptiedIsNotEmptiedAgainUnlessSomethingHappenedToIt() {
        TicketId emptied = ticket("done", "none", NOON.minusSeconds(3));
        in(() -> {
            testee().emptied(emptied, NOON);
            return emptied;
        });
        assertThat(in(() -> testee().ended(NOON, true, null, 9))).isEmpty();
        assertThat(in(() -> testee().ended(NOON, false, null, 9))).hasSize(1);
        Instant later = NOON.plusSeconds(1);
        sql("update ticket set updated_at = '" + sql(later) + "' where id = '" + emptied + "'");
        assertThat(in(() -> testee().ended(NOON.plusSeconds(2), true, null, 9))).hasSize(1);
    }

    @Test
    default void spamAndTrashAreToldApart() {
        TicketId spam = ticket("discarded", "spam", NOON.minusSeconds(1));
        TicketId trash = ticket("discarded", "trash", NOON.minusSeconds(1));
        ticket("discarded", "trash", NOON);
        assertThat(in(() -> testee().aside(Disposition.SPAM, NOON, null, 9)))
                .extracting(OldTicket::id)
                .containsExactly(spam);
        assertThat(in(() -> testee().aside(Disposition.TRASH, NOON, null, 9)))
                .extracting(OldTicket::id)
                .containsExactly(trash);
    }

    @Test
    default void aPersonIsUnusedWithoutTicketsRolesAndComingIn() {
        PersonId idle = person(NOON.minusSeconds(1));
        PersonId fresh = person(NOON);
        List<PersonId> used = new ArrayList<>(List.of(fresh));
        for (String statement : List.of(
                "insert into participant (ticket_id, person, kind) values ('%2$s', '%1$s', 'cc')",
                "insert into person_role (person, role) values ('%1$s', 'agent')",
                "insert into team_member (team, person) values ('%2$s', '%1$s')",
                "insert into session (token_hash, person, csrf_token, created_at, seen_at, expires_at)"
                        + " values ('%2$s', '%1$s', 'x', '%3$s', '%3$s', '%3$s')",
                "insert into api_token (id, person, name, token_hash, created_at) values ('%2$s', '%1$s', 'x', '%2$s', '%3$s')",
                "insert into link_token (token_hash, purpose, person, created_at, expires_at)"
                        + " values ('%2$s', 'invitation', '%1$s', '%3$s', '%3$s')",
                "insert into message (id, ticket_id, kind, author, body, format, channel, created_at)"
                        + " values ('%2$s', '%2$s', 'customer', '%1$s', 'x', 'text', 'api', '%3$s')",
                "update ticket set requester = '%1$s' where id = '%4$s'",
                "update ticket set submitter = '%1$s' where id = '%4$s'",
                "update ticket set assignee = '%1$s' where id = '%4$s'")) {
            PersonId person = person(NOON.minusSeconds(1));
            TicketId ticket = ticket("done", "none", NOON);
            sql(String.format(statement, person, store().ids().next(), sql(NOON), ticket));
            used.add(person);
        }
        List<PersonId> all = in(() -> testee().persons(null, 100));
        assertThat(all).contains(idle).containsAll(used);
        assertThat(in(() -> testee().unused(all, NOON))).containsExactly(idle);
        assertThat(in(() -> testee().persons(idle, 1))).containsExactly(fresh);
        assertThat(in(() -> testee().unused(List.of(), NOON))).isEmpty();
    }

    @Test
    default void messagesThatLeftAreCountedAndRemovedAndThoseThatWaitStay() {
        for (String state : List.of("delivered", "parked", "waiting", "delivered")) {
            sql(
                    "insert into outgoing (id, purpose, address_kind, address, receiver, state, attempts, created_at, expires_at)"
                            + " values ('" + UUID.randomUUID() + "', 'x', 'email', 'x', 'x', '" + state + "', 0, '"
                            + sql(NOON.minusSeconds(1)) + "', '" + sql(NOON) + "')");
        }
        assertThat(in(() -> testee().countSent(NOON.minusSeconds(1), 9))).isZero();
        assertThat(in(() -> testee().countSent(NOON, 2))).isEqualTo(2);
        assertThat(in(() -> testee().removeSent(NOON, 2))).isEqualTo(2);
        assertThat(in(() -> testee().removeSent(NOON, 2))).isEqualTo(1);
        assertThat(in(() -> testee().removeSent(NOON, 2))).isZero();
    }

    private TicketId ticket(String bucket, String disposition, Instant updated) {
        TicketId id = new TicketId(store().ids().next());
        String nobody = "'00000000-0000-0000-0000-000000000000'";
        sql(
                "insert into ticket (id, number, row_version, version, subject, opening_message, requester, submitter, channel,"
                        + " type, impact, urgency, priority, priority_overridden, priority_rank, profile, status, stage, next_move,"
                        + " disposition, triage, bucket, status_since, reopenings, queue, due_at, confidential, imported,"
                        + " last_sequence, last_hash, created_at, updated_at) values ('" + id + "', '" + id
                        + "', 1, 1, 'x', " + nobody
                        + ", " + nobody + ", " + nobody
                        + ", 'api', 'other', 'low', 'low', 'P4', false, 1, 'standard', 'closed',"
                        + " 'intake', 'agent', '" + disposition + "', 'done', '" + bucket + "', '" + sql(NOON)
                        + "', 0, " + nobody
                        + ", '" + sql(NOON) + "', false, false, 1, 'x', '" + sql(NOON.minus(Duration.ofDays(9)))
                        + "', '"
                        + sql(updated) + "')");
        return id;
    }

    private void link(TicketId from, TicketId to) {
        sql("insert into ticket_link (from_ticket, to_ticket, kind) values ('" + from + "', '" + to + "', 'related')");
    }

    private PersonId person(Instant at) {
        PersonId id = new PersonId(store().ids().next());
        return in(() -> {
            new SqlPersonStore(store().mappers())
                    .insert(PersonRow.customer(id, "Somebody", null, null, null, null, null, at));
            return id;
        });
    }

    private static String sql(Instant time) {
        return time.toString().replace('T', ' ').replace("Z", "+0:00");
    }

    private void sql(String statement) {
        try (Connection connection = store().database().openConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    private <T extends @Nullable Object> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
