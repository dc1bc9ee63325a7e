package io.switchboard.assign.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.WorkingHours;
import io.switchboard.api.plugin.PluginHealth;
import io.switchboard.testkit.AssignmentRuleContract;
import io.switchboard.testkit.data.AgentBuilder;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignByLanguageAndHoursTest implements AssignmentRuleContract {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    /** A Wednesday in winter: 09:00 in Berlin, 03:00 in New York. */
    private static final Instant MORNING_IN_BERLIN = Instant.parse("2026-01-14T08:00:00Z");

    @Override
    public AssignmentRule testee() {
        return new AssignByLanguageAndHours(50, 50, false, true, true);
    }

    @Test
    void aRuleThatSaysNothingAtAllIsNamedByItsHealth() {
        assertThat(new AssignByLanguageAndHours(0, 0, false, false, true)
                        .check()
                        .grade())
                .isEqualTo(PluginHealth.Grade.YELLOW);
        assertThat(new AssignByLanguageAndHours(0, 0, false, true, true).check())
                .isEqualTo(PluginHealth.State.WELL);
    }

    @Test
    void whoSpeaksTheTicketsLanguageGoesFirst() {
        assertThat(testee().score(
                                among("de-AT", Samples.NOW, agent(1).languages("en"), agent(2).languages("fr", "de"))))
                .containsExactly(
                        CandidateScore.of(SampleIds.person(1), 0, "does not speak German"),
                        CandidateScore.of(SampleIds.person(2), 100, "speaks German"));
    }

    @Test
    void whoDoesNotSpeakItIsLeftOutWhereTheSettingSaysSoAndSomebodyDoes() {
        AssignmentRule rule = new AssignByLanguageAndHours(50, 50, true, true, true);
        assertThat(rule.score(among("fr", Samples.NOW, agent(1).languages("en"), agent(2).languages("fr"))))
                .extracting(CandidateScore::veto)
                .containsExactly(true, false);
        assertThat(rule.score(among("fr", Samples.NOW, agent(1), agent(2))))
                .extracting(CandidateScore::veto)
                .containsOnly(false);
    }

    @Test
    void nothingIsSaidOfATicketWithoutLanguageAmongAgentsWhoAlwaysWork() {
        assertThat(testee().score(among(null, Samples.NOW, agent(1), agent(2)))).isEmpty();
    }

    @Test
    void whoIsAtWorkInTheirOwnTimeZoneGetsIt() {
        List<CandidateScore> scores = testee().score(among(
                null,
                MORNING_IN_BERLIN,
                agent(1).works(NEW_YORK, on(DayOfWeek.WEDNESDAY, "09:00", "17:00")),
                agent(2).works(BERLIN, on(DayOfWeek.WEDNESDAY, "09:00", "17:00"))));
        assertThat(scores)
                .containsExactly(
                        CandidateScore.veto(SampleIds.person(1), "is not at work for another 6 h"),
                        CandidateScore.of(SampleIds.person(2), 100, "is at work"));
    }

    @Test
    void whenNobodyWorksWhoIsBackFirstScoresHigherAndNobodyIsLeftOut() {
        List<CandidateScore> scores = testee().score(among(
                null,
                MORNING_IN_BERLIN,
                agent(1).works(BERLIN, on(DayOfWeek.WEDNESDAY, "13:00", "17:00")),
                agent(2).works(BERLIN, on(DayOfWeek.WEDNESDAY, "10:00", "12:00"))));
        assertThat(scores).extracting(CandidateScore::veto).containsOnly(false);
        assertThat(scores.get(1).value()).isGreaterThan(scores.get(0).value());
    }

    @Test
    void whenNobodyWorksTheTicketWaitsWhereTheSettingSaysSo() {
        AssignmentRule rule = new AssignByLanguageAndHours(50, 50, false, true, false);
        assertThat(rule.score(
                        among(null, MORNING_IN_BERLIN, agent(1).works(BERLIN, on(DayOfWeek.FRIDAY, "09:00", "17:00")))))
                .extracting(CandidateScore::veto)
                .containsExactly(true);
    }

    @Test
    void whoIsAbsentIsNotAtWork() {
        List<CandidateScore> scores = testee().score(among(
                null,
                MORNING_IN_BERLIN,
                agent(1).works(BERLIN, on(DayOfWeek.WEDNESDAY, "09:00", "17:00"))
                        .absent(),
                agent(2).works(BERLIN, on(DayOfWeek.WEDNESDAY, "13:00", "17:00"))));
        assertThat(scores.get(0).reason()).isEqualTo("is away");
        assertThat(scores.get(1).value()).isGreaterThan(scores.get(0).value());
    }

    @Test
    void aSplitShiftHasAPauseInTheMiddle() {
        WorkingWeek week = new WorkingWeek(
                List.of(on(DayOfWeek.WEDNESDAY, "08:00", "12:00"), on(DayOfWeek.WEDNESDAY, "14:00", "18:00")), BERLIN);
        assertThat(week.covers(Instant.parse("2026-01-14T10:59:59Z"))).isTrue();
        assertThat(week.covers(Instant.parse("2026-01-14T11:00:00Z"))).isFalse();
        assertThat(week.until(Instant.parse("2026-01-14T11:30:00Z"))
                        .orElseThrow()
                        .toMinutes())
                .isEqualTo(90);
        assertThat(week.covers(Instant.parse("2026-01-14T13:00:00Z"))).isTrue();
    }

    @Test
    void aShiftBeginsByTheClockOnTheWallInSummerAndInWinter() {
        WorkingWeek week = new WorkingWeek(
                List.of(on(DayOfWeek.MONDAY, "09:00", "17:00"), on(DayOfWeek.SUNDAY, "02:30", "04:00")), BERLIN);
        assertThat(week.covers(Instant.parse("2026-03-23T07:30:00Z"))).isFalse();
        assertThat(week.covers(Instant.parse("2026-03-30T07:30:00Z"))).isTrue();
        assertThat(week.until(Instant.parse("2026-03-29T00:30:00Z"))
                        .orElseThrow()
                        .toMinutes())
                .isEqualTo(60);
    }

    @Test
    void aShiftUntilMidnightGoesOnInTheNextDaysStretch() {
        WorkingWeek week = new WorkingWeek(
                List.of(
                        new WorkingHours(DayOfWeek.TUESDAY, LocalTime.of(22, 0), LocalTime.MAX),
                        on(DayOfWeek.WEDNESDAY, "00:00", "06:00")),
                BERLIN);
        assertThat(week.covers(Instant.parse("2026-01-13T22:59:59.999999999Z"))).isTrue();
        assertThat(week.covers(Instant.parse("2026-01-13T23:00:00Z"))).isTrue();
    }

    private static WorkingHours on(DayOfWeek day, String from, String to) {
        return new WorkingHours(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static AgentBuilder agent(long serial) {
        return Samples.agent(serial);
    }

    private static AssignmentQuestion among(@Nullable String language, Instant now, AgentBuilder... agents) {
        List<Candidate> candidates =
                Arrays.stream(agents).map(AgentBuilder::candidate).toList();
        return new AssignmentQuestion(
                Samples.ticket(1).build(), Samples.customer(1).build(), candidates, List.of(), false, language, now);
    }
}
