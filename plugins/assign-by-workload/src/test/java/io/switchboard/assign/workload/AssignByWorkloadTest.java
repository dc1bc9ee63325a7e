package io.switchboard.assign.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.testkit.AssignmentRuleContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignByWorkloadTest implements AssignmentRuleContract {
    private static final int TEAM = 10;

    @Override
    public AssignmentRule testee() {
        return new AssignByWorkload(10, 0, true);
    }

    @Test
    void theLeastLoadedWins() {
        List<CandidateScore> scores = testee().score(among(
                Samples.agent(1).openTickets(7).candidate(),
                Samples.agent(2).openTickets(2).candidate(),
                Samples.agent(3).openTickets(3).candidate()));
        assertThat(best(scores).candidate()).isEqualTo(SampleIds.person(2));
    }

    @Test
    void halfTheScoreIsReachedWhereTheSettingSays() {
        assertThat(testee().score(among(Samples.agent(1).openTickets(10).candidate())))
                .containsExactly(CandidateScore.of(SampleIds.person(1), 50, "has 10 open tickets"));
    }

    @Test
    void oneTicketLessIsAlwaysBetter() {
        List<Double> scores = IntStream.rangeClosed(0, 10_000)
                .mapToObj(open ->
                        testee().score(among(Samples.agent(1).openTickets(open).candidate())))
                .map(answer -> answer.get(0).value())
                .toList();
        assertThat(scores).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aThousandTicketsEndWithinOneOfEachOther() {
        int[] open = new int[TEAM];
        for (int ticket = 0; ticket < 1_000; ticket++) {
            Candidate[] team = IntStream.range(0, TEAM)
                    .mapToObj(place ->
                            Samples.agent(place).openTickets(open[place]).candidate())
                    .toArray(Candidate[]::new);
            open[place(best(testee().score(among(team))))]++;
        }
        assertThat(IntStream.of(open).max().orElseThrow()
                        - IntStream.of(open).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void whoIsAwayIsVetoedUnlessTheSettingAllowsIt() {
        AssignmentQuestion question = among(Samples.agent(1).absent().candidate());
        assertThat(testee().score(question)).containsExactly(CandidateScore.veto(SampleIds.person(1), "is away"));
        assertThat(new AssignByWorkload(10, 0, false).score(question).get(0).veto())
                .isFalse();
    }

    @Test
    void whoHasEnoughIsVetoed() {
        AssignmentRule rule = new AssignByWorkload(10, 5, true);
        assertThat(rule.score(among(
                        Samples.agent(1).openTickets(5).candidate(),
                        Samples.agent(2).openTickets(4).candidate())))
                .extracting(CandidateScore::veto)
                .containsExactly(true, false);
    }

    private static int place(CandidateScore winner) {
        return IntStream.range(0, TEAM)
                .filter(place -> SampleIds.person(place).equals(winner.candidate()))
                .findFirst()
                .orElseThrow();
    }

    private static CandidateScore best(List<CandidateScore> scores) {
        return scores.stream()
                .max(Comparator.comparingDouble(CandidateScore::value))
                .orElseThrow();
    }

    private static AssignmentQuestion among(Candidate... candidates) {
        return new AssignmentQuestion(
                Samples.ticket(1).build(),
                Samples.customer(1).build(),
                List.of(candidates),
                List.of(),
                false,
                null,
                Samples.NOW);
    }
}
