package io.switchboard.core.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.store.StoreTestbed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is wiped out of a person, on every engine. */
interface PersonTracesContract {
    String NOW = "current_timestamp";

    StoreTestbed store();

    default PersonTraces testee() {
        return new SqlPersonTraces(store().mappers());
    }

    @Test
    default void nothingIsLeftOfAnAccountAndTheAccountsOfOthersStay() {
        PersonId ada = person();
        PersonId bob = person();
        for (PersonId person : List.of(ada, bob)) {
            account(person);
        }
        in(() -> {
            testee().removeAccount(ada);
            return ada;
        });
        for (String column : accountColumns()) {
            assertThat(count(column, ada)).as(column).isZero();
            assertThat(count(column, bob)).as(column).isEqualTo(1);
        }
    }

    /** A new table that names a person has to be thought of here. */
    @Test
    default void everyColumnThatNamesAPersonIsKnown() {
        Set<String> named = new TreeSet<>();
        try (Connection connection = store().database().openConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                if (Set.of("person", "agent", "owner").contains(column)) {
                    named.add(columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT) + "." + column);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        named.remove("lease.owner");
        // Scores stay, as figures do; what was written goes with the words of the ticket.
        named.remove("survey_invitation.person");
        assertThat(named).containsExactlyInAnyOrderElementsOf(accountColumns());
    }

    @Test
    default void linksToSurveysAreVoidAndScoresStay() {
        PersonId ada = person();
        PersonId bob = person();
        for (PersonId person : List.of(ada, bob)) {
            surveyed(new TicketId(store().ids().next()), person);
        }
        in(() -> {
            testee().removeAccount(ada);
            return ada;
        });
        String answered = "select count(*) from survey_invitation where score = 5 and person = '";
        assertThat(text(answered + ada + "'")).isEqualTo("1");
        assertThat(text(answered + ada + "' and token_hash is not null")).isEqualTo("0");
        assertThat(text(answered + bob + "' and token_hash is not null")).isEqualTo("1");
    }

    private void surveyed(TicketId ticket, PersonId person) {
        sql("insert into survey_invitation (id, ticket_id, closure, outcome, person, token_hash, sent, asked_at,"
                + " expires_at, score) values ('" + UUID.randomUUID() + "', '" + ticket + "', 0, 'asked', '" + person
                + "', '" + UUID.randomUUID() + "', true, " + NOW + ", " + NOW + ", 5)");
    }

    @Test
    default void answersAreForgottenToThemAndAboutThem() {
        PersonId ada = person();
        PersonId bob = person();
        String about = "{\"requester\":{\"id\":\"" + ada + "\",\"name\":\"Ada\"}}";
        answer("person:" + ada, "own", "{}");
        answer("person:" + bob, "about", about);
        answer("person:" + bob, "other", "{\"id\":\"" + bob + "\"}");
        in(() -> {
            testee().forgetAnswers(ada);
            return ada;
        });
        assertThat(text("select count(*) from idempotency where caller = 'person:" + ada + "'"))
                .isEqualTo("0");
        assertThat(text("select answer from idempotency where idempotency_key = 'about' and caller = 'person:" + bob
                        + "'"))
                .isNull();
        assertThat(text("select status from idempotency where idempotency_key = 'about' and caller = 'person:" + bob
                        + "'"))
                .isEqualTo("201");
        assertThat(text("select answer from idempotency where idempotency_key = 'other' and caller = 'person:" + bob
                        + "'"))
                .contains(bob.toString());
    }

    @Test
    default void whatWasSentToTheirAddressesGoes() {
        String mine = UUID.randomUUID() + "@example.org";
        String others = UUID.randomUUID() + "@example.org";
        for (String address : List.of(mine, others)) {
            sql(
                    "insert into outgoing (id, purpose, address_kind, address, receiver, state, attempts, created_at, expires_at)"
                            + " values ('" + UUID.randomUUID() + "', 'reply', 'email', '" + address
                            + "', 'Ada', 'waiting', 0, "
                            + NOW + ", " + NOW + ")");
        }
        in(() -> {
            testee().forgetSent(List.of(mine, "+49 30 123"));
            testee().forgetSent(List.of());
            return mine;
        });
        assertThat(text("select count(*) from outgoing where address = '" + mine + "'"))
                .isEqualTo("0");
        assertThat(text("select count(*) from outgoing where address = '" + others + "'"))
                .isEqualTo("1");
    }

    @Test
    default void theAuditLogKeepsThatSomethingWasDoneAndNotWhatNorFromWhere() {
        PersonId ada = person();
        PersonId bob = person();
        UUID made = audit("person.made", "person:" + bob, "person:" + ada);
        UUID refused = audit("session.refused", "anonymous", "person:" + ada);
        UUID theirs = audit("setting.changed", "person:" + ada, "setting:x");
        UUID token = audit("token.made", "person:" + ada, "token:x");
        in(() -> {
            testee().forgetAudited(ada);
            return ada;
        });
        assertThat(audited(made)).containsExactly("10.0.0.7", null, null);
        assertThat(audited(refused)).containsExactly(null, null, null);
        assertThat(audited(theirs)).containsExactly(null, "{\"a\":1}", "{\"a\":2}");
        assertThat(audited(token)).containsExactly(null, null, null);
    }

    @Test
    default void theTicketsThatShowThemComeOnceEachInPages() {
        PersonId ada = person();
        PersonId bob = person();
        TicketId requested = ticket(ada, bob, null);
        TicketId submitted = ticket(bob, ada, null);
        TicketId assigned = ticket(bob, bob, ada);
        TicketId written = ticket(bob, bob, null);
        TicketId planned = ticket(bob, bob, null);
        TicketId worked = ticket(bob, bob, null);
        TicketId asked = ticket(bob, bob, null);
        surveyed(asked, ada);
        ticket(bob, bob, bob);
        task(planned, bob, ada, "current_timestamp");
        sql("insert into ticket_time (id, ticket_id, worker, minutes, worked_at, kind, author, version, created_at,"
                + " updated_at) values ('" + store().ids().next() + "', '" + worked + "', '" + bob + "', 1, " + NOW
                + ", 'work', '" + ada + "', 1, " + NOW + ", " + NOW + ")");
        for (TicketId ticket : List.of(requested, written, written)) {
            sql("insert into message (id, ticket_id, kind, author, body, format, channel, created_at) values ('"
                    + store().ids().next() + "', '" + ticket + "', 'customer', '" + ada + "', 'x', 'text', 'api', "
                    + NOW
                    + ")");
        }
        List<TicketId> first = in(() -> testee().tickets(ada, null, 3));
        assertThat(first).containsExactly(requested, submitted, assigned);
        assertThat(in(() -> testee().tickets(ada, first.get(2), 3))).containsExactly(written, planned, worked);
        assertThat(in(() -> testee().tickets(ada, worked, 3))).containsExactly(asked);
        assertThat(in(() -> testee().tickets(ada, asked, 3))).isEmpty();
    }

    @Test
    default void openTasksThatWereTheirsAreNobodysAndDoneOnesStay() {
        PersonId ada = person();
        PersonId bob = person();
        TicketId ticket = ticket(bob, bob, null);
        UUID open = task(ticket, ada, bob, "null");
        UUID done = task(ticket, ada, bob, "current_timestamp");
        UUID others = task(ticket, bob, ada, "null");
        in(() -> {
            testee().removeAccount(ada);
            return ada;
        });
        assertThat(text("select assignee from ticket_task where id = '" + open + "'"))
                .isNull();
        assertThat(text("select assignee from ticket_task where id = '" + done + "'"))
                .isEqualTo(ada.toString());
        assertThat(text("select assignee from ticket_task where id = '" + others + "'"))
                .isEqualTo(bob.toString());
    }

    private UUID task(TicketId ticket, PersonId assignee, PersonId author, String doneAt) {
        UUID id = store().ids().next();
        sql("insert into ticket_task (id, ticket_id, title, assignee, place, done_at, author, version, created_at,"
                + " updated_at) values ('" + id + "', '" + ticket + "', 'x', '" + assignee + "', 1, " + doneAt + ", '"
                + author + "', 1, " + NOW + ", " + NOW + ")");
        return id;
    }

    private static List<String> accountColumns() {
        return List.of(
                "credential.person",
                "recovery_code.person",
                "session.person",
                "api_token.person",
                "link_token.person",
                "verification.person",
                "external_identity.person",
                "person_role.person",
                "team_member.person",
                "absence.person",
                "agent_load.agent",
                "participant.person",
                "shelf_item.owner",
                "customer_origin.person",
                "customer_lookup.person",
                "ticket_draft.person",
                "ticket_presence.person",
                "notification.person");
    }

    private void account(PersonId person) {
        String id = "'" + person + "'";
        String some = "'" + UUID.randomUUID() + "'";
        sql("insert into credential (person, password_hash, updated_at) values (" + id + ", 'x', " + NOW + ")");
        sql("insert into recovery_code (person, code_hash) values (" + id + ", 'x')");
        sql("insert into session (token_hash, person, csrf_token, created_at, seen_at, expires_at) values (" + some
                + ", " + id + ", 'x', " + NOW + ", " + NOW + ", " + NOW + ")");
        sql("insert into api_token (id, person, name, token_hash, created_at) values (" + some + ", " + id + ", 'x', "
                + some + ", " + NOW + ")");
        sql("insert into link_token (token_hash, purpose, person, created_at, expires_at) values (" + some
                + ", 'invitation', " + id + ", " + NOW + ", " + NOW + ")");
        sql("insert into verification (ticket_id, reopenings, kind, person, token_hash, asked_at, expires_at) values ("
                + some + ", 0, 'question', " + id + ", " + some + ", " + NOW + ", " + NOW + ")");
        sql("insert into external_identity (issuer, subject, person, login_key, bound_at) values ('x', " + some + ", "
                + id + ", " + some + ", " + NOW + ")");
        sql("insert into person_role (person, role) values (" + id + ", 'agent')");
        sql("insert into team_member (team, person) values (" + some + ", " + id + ")");
        sql("insert into absence (id, person, from_at, until_at, reason) values (" + some + ", " + id + ", " + NOW
                + ", " + NOW + ", 'x')");
        sql("insert into agent_load (agent, open_tickets, version) values (" + id + ", 0, 1)");
        sql("insert into participant (ticket_id, person, kind) values (" + some + ", " + id + ", 'cc')");
        sql("insert into shelf_item (id, kind, reach, owner, place, name, name_key, content, version, created_at,"
                + " updated_at) values (" + some + ", 'view', 'own', " + id + ", 0, 'x', 'x', '{}', 1, " + NOW + ", "
                + NOW
                + ")");
        sql("insert into customer_origin (person, field, source, told_at) values (" + id + ", 'vip', 'x', " + NOW
                + ")");
        sql("insert into customer_lookup (person, due_at) values (" + id + ", " + NOW + ")");
        sql("insert into ticket_draft (person, ticket_id, kind, body, format, version, updated_at) values (" + id + ", "
                + some + ", 'note', 'x', 'text', 1, " + NOW + ")");
        sql("insert into ticket_presence (ticket_id, person, activity, seen_at) values (" + some + ", " + id
                + ", 'viewing', " + NOW + ")");
        sql("insert into notification (id, person, ticket_id, kind, made_at) values (" + some + ", " + id + ", " + some
                + ", 'mention', " + NOW + ")");
    }

    private void answer(String caller, String key, String answer) {
        sql(
                "insert into idempotency (caller, path, idempotency_key, request_hash, status, answer, created_at) values ('"
                        + caller + "', '/x', '" + key + "', 'x', 201, '" + answer + "', " + NOW + ")");
    }

    private UUID audit(String kind, String actor, String object) {
        UUID id = store().ids().next();
        sql(
                "insert into audit (id, happened_at, kind, actor, channel, address, object, before_state, after_state) values ('"
                        + id + "', " + NOW + ", '" + kind + "', '" + actor + "', 'api', '10.0.0.7', '" + object
                        + "', '{\"a\":1}', '{\"a\":2}')");
        return id;
    }

    private List<String> audited(UUID id) {
        List<String> row = new java.util.ArrayList<>();
        for (String column : List.of("address", "before_state", "after_state")) {
            row.add(text("select " + column + " from audit where id = '" + id + "'"));
        }
        return row;
    }

    private TicketId ticket(PersonId requester, PersonId submitter, PersonId assignee) {
        TicketId id = new TicketId(store().ids().next());
        String nobody = "'00000000-0000-0000-0000-000000000000'";
        sql(
                "insert into ticket (id, number, row_version, version, subject, opening_message, requester, submitter, channel,"
                        + " type, impact, urgency, priority, priority_overridden, priority_rank, profile, status, stage, next_move,"
                        + " disposition, triage, bucket, status_since, reopenings, assignee, queue, due_at, confidential, imported,"
                        + " last_sequence, last_hash, created_at, updated_at) values ('" + id + "', '" + id
                        + "', 1, 1, 'x', " + nobody
                        + ", '" + requester + "', '" + submitter
                        + "', 'api', 'other', 'low', 'low', 'P4', false, 1, 'standard', 'new',"
                        + " 'intake', 'agent', 'none', 'done', 'unassigned', " + NOW + ", 0, "
                        + (assignee == null ? "null" : "'" + assignee + "'") + ", " + nobody + ", " + NOW
                        + ", false, false, 1, 'x', "
                        + NOW + ", " + NOW + ")");
        return id;
    }

    private PersonId person() {
        return new PersonId(store().ids().next());
    }

    private int count(String column, PersonId person) {
        String[] names = column.split("\\.", -1);
        return Integer.parseInt(
                text("select count(*) from " + names[0] + " where " + names[1] + " = '" + person + "'"));
    }

    private String text(String query) {
        try (Connection connection = store().database().openConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void sql(String statement) {
        try (Connection connection = store().database().openConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private <T> T in(Supplier<T> work) {
        return store().transactions().write(work);
    }
}
