package io.switchboard.core.desk.survey;

import static io.switchboard.core.desk.Refusals.refused;
import static io.switchboard.core.desk.survey.SurveyBench.ADDRESS;
import static io.switchboard.core.desk.survey.SurveyBench.stars;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.error.ErrorCode;
import io.switchboard.api.error.FieldError;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.Right;
import io.switchboard.api.survey.SurveyProvider;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.survey.SurveyPolicy.Rule;
import io.switchboard.core.desk.work.Task;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.store.people.SqlAccessStore;
import io.switchboard.core.store.people.SqlTeamStore;
import io.switchboard.core.store.survey.SurveyFilter;
import io.switchboard.core.store.survey.SurveyRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What customers say of how it went, and what follows from it (SU1, SU2, SU3). */
class SurveyAnswerTest {
    @RegisterExtension
    static final StoreTestbed STORE = StoreTestbed.hsqldb();

    private static final SurveyFilter ALL = new SurveyFilter(null, null, null, null, null, null, null, 1_000);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path data;

    private SurveyBench bench;
    private Ticket ticket;
    private String token;

    @BeforeEach
    void begin() throws IOException {
        bench = new SurveyBench(STORE, data);
        policy(LowScore.TASK);
        ticket = bench.closed();
        bench.told(ticket);
        token = bench.token();
    }

    @Test
    void lookingCountsForNothingAndAnsweringCountsOnce() {
        bench.links.look(token, ADDRESS);
        assertThat(row().score()).isNull();
        assertThat(bench.links.answer(token, stars(5), ADDRESS).invitation().answers())
                .isEqualTo(stars(5));
        bench.links.answer(token, stars(5), ADDRESS);
        assertThat(bench.happened(ticket)).containsExactly("asked", "answered");
        assertThat(row())
                .extracting(SurveyRow::score, SurveyRow::low, SurveyRow::content)
                .containsExactly(5, false, true);
    }

    @Test
    void anAnswerThatArrivesAfterItsProviderLeftOrWasExchangedIsTakenByTheFormThatWasPut() {
        bench.desk.registry.remove(bench.provider);
        bench.links.answer(token, stars(3), ADDRESS);
        assertThat(row().score()).isEqualTo(3);
        bench.desk.registry.add(SurveyProvider.class, "survey-other", new SurveyBench.Stars("9", 3), Map.of());
        bench.links.answer(token, stars(3), ADDRESS);
        assertThat(row()).extracting(SurveyRow::edition, SurveyRow::low).containsExactly("1", false);
    }

    @Test
    void anAnswerCanBeCorrectedForAWeekAndTheLatestCounts() {
        bench.links.answer(token, stars(1), ADDRESS);
        bench.desk.clock.moveBy(Duration.ofDays(6));
        bench.links.answer(token, Map.of("stars", "4", "words", "It was better in the end"), ADDRESS);
        assertThat(row()).extracting(SurveyRow::score, SurveyRow::low).containsExactly(4, false);
        assertThat(bench.happened(ticket)).containsExactly("asked", "answered", "corrected");
        bench.desk.clock.moveBy(Duration.ofDays(1));
        assertThat(refused(ErrorCode.POLICY_REFUSED, () -> bench.links.answer(token, stars(5), ADDRESS))
                        .getMessage())
                .contains("too late");
        refused(ErrorCode.POLICY_REFUSED, () -> bench.links.look(token, ADDRESS));
        assertThat(row().score()).isEqualTo(4);
    }

    @Test
    void whatIsWrittenStandsInNoHistory() {
        bench.links.answer(token, Map.of("stars", "4", "words", "Bob was rude"), ADDRESS);
        assertThat(bench.desk.events(ticket.id()).toString()).doesNotContain("Bob");
        assertThat(row().words()).contains("Bob was rude");
    }

    @Test
    void anAnswerThatDoesNotFitTheFormIsRefusedByItsFields() {
        for (Map<String, String> wrong :
                List.of(stars(6), Map.of("words", "no stars"), Map.of("stars", "4", "words", "x".repeat(5_001)))) {
            assertThat(refused(ErrorCode.INVALID_FIELD, () -> bench.links.answer(token, wrong, ADDRESS))
                            .fields())
                    .extracting(FieldError::field)
                    .allMatch(field -> field.startsWith("answers."));
        }
        refused(ErrorCode.INVALID_FIELD, () -> bench.links.answer(token, Map.of("stars", "4", "x", "1"), ADDRESS));
        assertThat(row().score()).isNull();
    }

    @Test
    void everyLinkThatLeadsNowhereIsRefusedAlikeAndGuessingIsSlow() {
        bench.desk.clock.moveBy(Duration.ofDays(30));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look(token, ADDRESS));
        refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look("", ADDRESS));
        for (int tries = 2; tries < 50; tries++) {
            refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.look("a".repeat(43), ADDRESS));
        }
        refused(ErrorCode.TOO_MANY_REQUESTS, () -> bench.links.look("a".repeat(43), ADDRESS));
    }

    @Test
    void aTicketThatWasMergedOrThrownAwayMeanwhileIsNotAskedAboutAnyMore() {
        for (String disposition : List.of("merged", "trash", "spam")) {
            bench.desk.sql("update ticket set disposition = '" + disposition + "' where id = '" + ticket.id() + "'");
            refused(ErrorCode.LINK_NOT_VALID, () -> bench.links.answer(token, stars(1), ADDRESS));
        }
        assertThat(row().score()).isNull();
    }

    @Test
    void theRequesterAnswersWithoutALinkAndNobodyElse() {
        assertThat(bench.answers.look(bench.customer, ticket.id()).survey()).isEqualTo("stars");
        bench.answers.handle(bench.customer, ticket.id(), stars(2));
        assertThat(row().score()).isEqualTo(2);
        refused(ErrorCode.NOT_FOUND, () -> bench.answers.look(bench.desk.customer(), ticket.id()));
        refused(
                ErrorCode.LINK_NOT_VALID,
                () -> bench.answers.handle(bench.desk.administrator(), ticket.id(), stars(5)));
    }

    @Test
    void aLowScoreMakesOneTaskHoweverOftenItIsToldOrCorrected() {
        bench.links.answer(token, stars(1), ADDRESS);
        bench.scoreIsTold(ticket);
        bench.links.answer(token, stars(2), ADDRESS);
        bench.scoreIsTold(ticket);
        assertThat(bench.tasks.list(bench.desk.administrator(), ticket.id()))
                .extracting(Task::title)
                .containsExactly("Ask the customer what went wrong: they answered 1 of 5 to the survey stars");
        assertThat(row().followUp()).isEqualTo("task");
    }

    @Test
    void aScoreThatIsNotLowMakesNoTask() {
        bench.links.answer(token, stars(3), ADDRESS);
        bench.scoreIsTold(ticket);
        assertThat(bench.tasks.list(bench.desk.administrator(), ticket.id())).isEmpty();
        assertThat(row().followUp()).isNull();
    }

    @Test
    void theTaskIsForTheSupervisorOfTheTeamAndForWhomThePolicyNames() {
        var team = bench.desk.team();
        Caller lead = bench.desk.agent(team);
        Caller other = bench.desk.agent(team);
        bench.desk.sql("insert into person_role (person, role) values ('" + lead.person() + "', 'supervisor')");
        bench.desk.sql("update ticket set team = '" + team + "' where id = '" + ticket.id() + "'");
        TeamLeads leads = new TeamLeads(
                new SqlTeamStore(STORE.mappers()), bench.desk.persons, new SqlAccessStore(STORE.mappers()));
        Rule named = new Rule(LowScore.TASK, String.valueOf(other.person()));
        Ticket ofTeam = bench.desk.now(ticket.id());
        assertThat(STORE.transactions().read(() -> Optional.ofNullable(leads.of(ofTeam, named))))
                .isEqualTo(Optional.ofNullable(other.person()));
        bench.links.answer(token, stars(1), ADDRESS);
        bench.scoreIsTold(ticket);
        assertThat(bench.tasks.list(bench.desk.administrator(), ticket.id()))
                .extracting(
                        task -> task.assignee() == null ? null : task.assignee().id())
                .containsExactly(lead.person());
    }

    @Test
    void aQueueMayHaveTicketsOpenedAgainByALowScoreAndOneThatIsOpenAlreadyGetsATask() {
        policy(LowScore.REOPEN);
        bench.links.answer(token, stars(1), ADDRESS);
        bench.scoreIsTold(ticket);
        assertThat(bench.desk.now(ticket.id()).progress().status()).isEqualTo(Status.REOPENED);
        assertThat(row().followUp()).isEqualTo("reopen");
        Ticket open = bench.closed();
        bench.told(open);
        String second = bench.token();
        bench.desk.move(open, Status.REOPENED);
        bench.links.answer(second, stars(1), ADDRESS);
        bench.scoreIsTold(open);
        assertThat(bench.rows(open).get(0).followUp()).isEqualTo("task");
    }

    @Test
    void anArchivedTicketKeepsTheAnswerAndIsLeftAsItIs() {
        bench.desk.move(ticket, Status.ARCHIVED);
        bench.links.answer(token, stars(1), ADDRESS);
        bench.scoreIsTold(ticket);
        assertThat(row().followUp()).isEqualTo("impossible");
        assertThat(bench.desk.now(ticket.id()).progress().status()).isEqualTo(Status.ARCHIVED);
    }

    @Test
    void figuresCountOnlyWhatTheirReaderSees() {
        bench.links.answer(token, stars(5), ADDRESS);
        Caller reader = reader(EnumSet.of(Right.REPORT_READ, Right.TICKET_READ_ALL));
        var before = figures(reader);
        Ticket secret = bench.closed();
        bench.told(secret);
        bench.desk.sql("update ticket set confidential = true where id = '" + secret.id() + "'");
        assertThat(figures(reader)).isEqualTo(before);
        assertThat(before.netPromoterScore()).isNull();
        assertThat(before.scores()).containsKey(5);
        assertThat(bench.read.list(reader, ALL).invitations())
                .extracting(SurveyRow::ticketId)
                .contains(ticket.id())
                .doesNotContain(secret.id());
        refused(ErrorCode.RIGHT_MISSING, () -> bench.read.list(reader(Set.of(Right.TICKET_READ_ALL)), ALL));
    }

    private SurveyResult.Figures figures(Caller reader) {
        return bench.read.results(reader, ALL).get(0).figures();
    }

    private Caller reader(Set<Right> rights) {
        return Caller.person(bench.desk.person("reader"), rights, "api");
    }

    private void policy(LowScore lowScore) {
        bench.policies.replace(
                bench.desk.administrator(),
                new SurveyPolicy(new Rule(lowScore, null), Map.of(), 30, 7, 30),
                Precondition.any());
    }

    private SurveyRow row() {
        return bench.rows(ticket).get(0);
    }
}
