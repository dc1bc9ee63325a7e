package io.switchboard.assign.certified;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.Team;
import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.AssignmentRuleContract;
import io.switchboard.testkit.PluginHealthContract;
import io.switchboard.testkit.data.AgentBuilder;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import io.switchboard.testkit.fake.InMemoryDirectory;
import io.switchboard.testkit.fake.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignCertifiedOnlyTest implements AssignmentRuleContract, PluginHealthContract {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Team DEPARTMENT = new Team(SampleIds.team(1), "Payments", null, 1, false);
    private static final Team TEAM = new Team(SampleIds.team(2), "Cards", DEPARTMENT.id(), 2, false);

    private final InMemoryDirectory directory =
            new InMemoryDirectory().add(DEPARTMENT).add(TEAM);
    private final MovableClock clock = new MovableClock();

    @Override
    public AssignCertifiedOnly testee() {
        return asking(List.of("basics"), List.of(), List.of());
    }

    @Test
    void whoNeverPassedItIsRuledOutAndWhoHoldsItIsNot() {
        assertThat(testee().score(question(about(null, null), passed(1, "2026-01-31"), Samples.agent(2))))
                .containsExactly(
                        CandidateScore.of(SampleIds.person(1), 100, "is certified: basics until 2027-01-31"),
                        CandidateScore.veto(SampleIds.person(2), "lacks the certificate basics"));
    }

    @ParameterizedTest(name = "passed on {0}, holding {1} months: ruled out {2}")
    @CsvSource({
        "2025-03-10, 12, false",
        "2025-03-09, 12, true",
        "2024-02-29, 24, true",
        "2024-03-10, 24, false",
        "1999-01-01, 0, false",
        "2026-03-11, 12, false",
        "2026-03-12, 12, true"
    })
    void aCertificateHoldsThroughItsAnniversaryAndIsThenPassedAgain(String passedOn, int months, boolean ruledOut) {
        AssignCertifiedOnly rule = new AssignCertifiedOnly(
                Rules.read(List.of("basics"), List.of(), List.of(), months, List.of(), 30), directory, clock);
        assertThat(rule.score(question(about(null, null), passed(1, passedOn))))
                .extracting(CandidateScore::veto)
                .containsExactly(ruledOut);
    }

    @Test
    void itRunsOutAtMidnightWhereTheAgentWorks() {
        Instant midnightInUtc = Instant.parse("2026-03-11T00:00:00Z");
        AgentBuilder inLondon = passed(1, "2025-03-10").works(ZoneId.of("Europe/London"));
        AgentBuilder inNewYork = passed(2, "2025-03-10").works(ZoneId.of("America/New_York"));
        assertThat(testee().score(question(midnightInUtc, about(null, null), inLondon, inNewYork)))
                .containsExactly(
                        CandidateScore.veto(SampleIds.person(1), "the certificate basics ran out on 2026-03-10"),
                        CandidateScore.of(SampleIds.person(2), 100, "is certified: basics until 2026-03-10"));
    }

    @Test
    void aCertificateMayHoldForAnotherTime() {
        AssignCertifiedOnly rule = new AssignCertifiedOnly(
                Rules.read(List.of("basics"), List.of(), List.of(), 12, List.of("basics = 36"), 30), directory, clock);
        assertThat(rule.score(question(about(null, null), passed(1, "2023-03-10"))))
                .extracting(CandidateScore::veto)
                .containsExactly(false);
    }

    @ParameterizedTest(name = "{0}: asks {1}")
    @CsvSource({"billing, true", "billing/cards, true", "billing-old, false", "network, false", ", false"})
    void aCategoryAsksForItsCertificateWithAllBelowIt(@Nullable String category, boolean asks) {
        AssignCertifiedOnly rule = asking(List.of(), List.of("billing = cards"), List.of());
        assertThat(rule.score(question(about(category, null), Samples.agent(1))).isEmpty())
                .isEqualTo(!asks);
    }

    @ParameterizedTest(name = "a line for {0}")
    @CsvSource({"cards", "Payments", "00000000-0000-0000-0000-000000000000"})
    void theTicketsOfATeamAskForWhatItAndTheTeamsAboveAskFor(String named) {
        AssignCertifiedOnly rule = asking(List.of(), List.of(), List.of(named + " = pci"));
        boolean ours = rule.score(question(about(null, TEAM), Samples.agent(1))).stream()
                .anyMatch(CandidateScore::veto);
        assertThat(ours).isEqualTo(!named.startsWith("0"));
        assertThat(rule.score(question(about(null, null), Samples.agent(1)))).isEmpty();
    }

    @Test
    void aTeamMayBeNamedByItsIdAndSeveralCertificatesAreAllAskedFor() {
        AssignCertifiedOnly rule =
                asking(List.of("basics"), List.of(), List.of(TEAM.id() + " = pci, hygiene", "Cards=fraud"));
        assertThat(rule.score(question(about(null, TEAM), passed(1, "2026-01-01"))))
                .containsExactly(CandidateScore.veto(
                        SampleIds.person(1),
                        "lacks the certificate fraud; lacks the certificate hygiene; lacks the certificate pci"));
    }

    @Test
    void aTicketThatAsksForNothingGetsNoOpinion() {
        assertThat(asking(List.of(), List.of(), List.of()).score(question(about("network", TEAM), Samples.agent(1))))
                .isEmpty();
    }

    @Test
    void healthNamesACertificateThatNobodyHolds() {
        clock.moveTo(NOON);
        directory.add(passed(1, "2025-03-09").build());
        assertThat(testee().check().grade()).isEqualTo(Grade.YELLOW);
        assertThat(testee().check().message()).contains("Nobody holds the certificate basics");
        directory.add(passed(2, "2026-03-01").build());
        assertThat(testee().check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void healthWarnsBeforeACertificateRunsOut() {
        clock.moveTo(NOON);
        directory.add(passed(1, "2026-03-01").build());
        directory.add(passed(2, "2025-04-08").name("Ada").build());
        assertThat(testee().check().message()).contains("within 30 days: 1", "Ada (basics)");
        directory.add(passed(2, "2025-04-09").name("Ada").build());
        assertThat(testee().check().grade()).isEqualTo(Grade.GREEN);
    }

    @Test
    void aLineThatCannotBeReadIsToldByHealthAndTheOthersHold() {
        AssignCertifiedOnly rule = asking(List.of("basics", "  ", "No Such Id"), List.of("billing"), List.of("= pci"));
        assertThat(rule.check().message()).contains("'No Such Id'");
        assertThat(rule.score(question(about(null, null), Samples.agent(1))))
                .extracting(CandidateScore::reason)
                .containsExactly("lacks the certificate basics");
    }

    private AssignCertifiedOnly asking(List<String> always, List<String> categories, List<String> teams) {
        return new AssignCertifiedOnly(Rules.read(always, categories, teams, 12, List.of(), 30), directory, clock);
    }

    private static AgentBuilder passed(long serial, String day) {
        return Samples.agent(serial).certificate("basics", LocalDate.parse(day));
    }

    private static Ticket about(@Nullable String category, @Nullable Team team) {
        var ticket = Samples.ticket(1).about(category, null);
        return team == null ? ticket.build() : ticket.team(team).build();
    }

    private static AssignmentQuestion question(Ticket ticket, AgentBuilder... candidates) {
        return question(NOON, ticket, candidates);
    }

    private static AssignmentQuestion question(Instant now, Ticket ticket, AgentBuilder... candidates) {
        return new AssignmentQuestion(
                ticket,
                Samples.customer(1).build(),
                Arrays.stream(candidates).map(AgentBuilder::candidate).toList(),
                List.of(),
                false,
                null,
                now);
    }
}
