package io.switchboard.assign.skill;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignBySkillTest implements AssignmentRuleContract {
    private static final Candidate NETWORKER =
            Samples.agent(1).skill("network", 5).skill("vpn", 2).candidate();
    private static final Candidate CLERK = Samples.agent(2).skill("billing", 4).candidate();
    private static final Candidate ALLROUNDER = Samples.agent(3)
            .skill("network", 2)
            .skill("billing", 2)
            .skill("vpn", 3)
            .candidate();

    @Override
    public AssignmentRule testee() {
        return new AssignBySkill(1, false);
    }

    @ParameterizedTest(name = "{0} goes to agent {1}")
    @CsvSource({"network,1", "billing,2", "vpn,3", "network billing,3", "network vpn,1", "network unheard-of,1"})
    void theOneWhoKnowsBestWins(String skills, long expected) {
        CandidateScore best = testee().score(needs(skills.split(" "))).stream()
                .max(Comparator.comparingDouble(CandidateScore::value))
                .orElseThrow();
        assertThat(best.candidate()).isEqualTo(SampleIds.person(expected));
    }

    @Test
    void theScoreCountsSkillsAndLevelsAndSaysWhy() {
        assertThat(testee().score(needs("network", "vpn")))
                .contains(
                        CandidateScore.of(SampleIds.person(1), 85, "has network at level 5, vpn at level 2"),
                        CandidateScore.of(SampleIds.person(2), 0, "lacks network, vpn"));
    }

    @Test
    void aMissingSkillIsAVetoIfTheSettingSaysSo() {
        assertThat(new AssignBySkill(1, true).score(needs("network", "billing")))
                .filteredOn(CandidateScore::veto)
                .extracting(CandidateScore::candidate)
                .containsExactly(SampleIds.person(1), SampleIds.person(2));
    }

    @Test
    void aLevelBelowTheLowestDoesNotCount() {
        assertThat(new AssignBySkill(3, false).score(needs("network")))
                .extracting(CandidateScore::value)
                .containsExactly(100.0, 0.0, 0.0);
    }

    @Test
    void aSkillThatNobodyHasGivesNoOpinion() {
        assertThat(new AssignBySkill(1, true).score(needs("unheard-of"))).isEmpty();
    }

    @Test
    void aTicketThatNeedsNoSkillGetsNoOpinion() {
        assertThat(testee().score(needs())).isEmpty();
    }

    private static AssignmentQuestion needs(String... skills) {
        return new AssignmentQuestion(
                Samples.ticket(1).build(),
                Samples.customer(1).build(),
                List.of(NETWORKER, CLERK, ALLROUNDER),
                List.of(skills),
                false,
                null,
                Samples.NOW);
    }
}
