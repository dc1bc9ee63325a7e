package io.switchboard.assign.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.testkit.AssignmentRuleContract;
import io.switchboard.testkit.data.SampleIds;
import io.switchboard.testkit.data.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignByContinuityTest implements AssignmentRuleContract {
    @Override
    public AssignmentRule testee() {
        return new AssignByContinuity(180, 40);
    }

    @Test
    void theAgentOfTheCustomersLastTicketGoesFirst() {
        assertThat(testee().score(among(
                        Samples.agent(1).lastForRequester(daysAgo(9)).candidate(),
                        Samples.agent(2).lastForRequester(daysAgo(1)).candidate(),
                        Samples.agent(3).candidate())))
                .containsExactly(
                        CandidateScore.of(SampleIds.person(1), 40, "had an earlier ticket of the customer, 9 days ago"),
                        CandidateScore.of(SampleIds.person(2), 100, "had the customer's last ticket, a day ago"));
    }

    @Test
    void anAcquaintanceEndsWhenTheSettingSays() {
        AssignmentQuestion old =
                among(Samples.agent(1).lastForRequester(daysAgo(181)).candidate());
        assertThat(testee().score(old)).isEmpty();
        assertThat(new AssignByContinuity(0, 40).score(old)).hasSize(1);
    }

    @Test
    void ofANewCustomerNothingIsSaid() {
        assertThat(testee().score(among(Samples.agent(1).candidate()))).isEmpty();
    }

    private static Instant daysAgo(int days) {
        return Samples.NOW.minus(Duration.ofDays(days));
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
