package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignmentWeightsTest {
    private static final Caller ADMINISTRATOR = Caller.system("administrator");

    private final StoreTestbed testbed = StoreTestbed.hsqldb();
    private final AtomicInteger asked = new AtomicInteger();
    private TriageBench bench;
    private TeamId team;
    private Ticket latest;
    private PersonId ann;
    private PersonId bob;

    /** One rule is for Ann, the other a little less for Bob. */
    @BeforeEach
    void begin() {
        testbed.open();
        bench = new TriageBench(testbed);
        team = bench.team("first");
        ann = bench.agent("ann", team);
        bob = bench.agent("bob", team);
        bench.editPolicy.replace(
                Caller.system("test"),
                new StoredTriagePolicy.Content(team.toString(), List.of(), 0.6, Map.of()),
                Precondition.any());
        bench.rule("for-ann", question -> List.of(CandidateScore.of(ann, 80, "likes ann")));
        bench.rule("for-bob", question -> List.of(CandidateScore.of(bob, 50, "likes bob")));
    }

    @AfterEach
    void end() {
        testbed.close();
    }

    @Test
    void rulesCountAlikeUntilSomebodySaysOtherwise() {
        assertThat(winner()).isEqualTo(ann);
    }

    @Test
    void aRuleThatWeighsMoreDecides() {
        weigh(Map.of("for-bob", new RuleWeight(17, true)), Map.of());
        assertThat(winner()).isEqualTo(bob);
        assertThat(explanation()).contains("\"weight\":17", "\"total\":850.0", "\"total\":800.0");
    }

    @Test
    void whatATeamSaysHoldsForItsQueueBeforeWhatTheDeskSays() {
        TeamId other = bench.team("other");
        weigh(Map.of("for-bob", new RuleWeight(17, true)), Map.of(other.toString(), standard("for-bob")));
        assertThat(winner()).isEqualTo(bob);
        weigh(Map.of("for-bob", new RuleWeight(17, true)), Map.of(team.toString(), standard("for-bob")));
        assertThat(winner()).isEqualTo(ann);
    }

    @Test
    void whatATeamSaysHoldsForTheTeamsBelowIt() {
        TeamId department = bench.team("department");
        bench.below(department, team);
        weigh(Map.of(), Map.of(department.toString(), Map.of("for-bob", new RuleWeight(17, true))));
        assertThat(winner()).isEqualTo(bob);
        weigh(
                Map.of(),
                Map.of(
                        department.toString(), Map.of("for-bob", new RuleWeight(17, true)),
                        team.toString(), standard("for-bob")));
        assertThat(winner()).isEqualTo(ann);
    }

    @Test
    void aVetoRulesNobodyOutWhereTheRulesVetoesDoNotHold() {
        bench.rule("school", question -> List.of(CandidateScore.veto(ann, "has no certificate")));
        assertThat(winner()).isEqualTo(bob);
        weigh(Map.of("school", new RuleWeight(10, false)), Map.of());
        assertThat(winner()).isEqualTo(ann);
        assertThat(explanation()).contains("has no certificate (which rules nobody out in this queue)");
    }

    @Test
    void aVetoOfARuleThatWeighsNothingHoldsAndARuleThatCountsForNothingIsNotAsked() {
        bench.rule("school", question -> {
            asked.incrementAndGet();
            return List.of(CandidateScore.veto(ann, "has no certificate"));
        });
        weigh(Map.of("school", new RuleWeight(0, true)), Map.of());
        assertThat(winner()).isEqualTo(bob);
        asked.set(0);
        weigh(Map.of("school", new RuleWeight(0, false)), Map.of());
        assertThat(winner()).isEqualTo(ann);
        assertThat(asked).hasValue(0);
    }

    @Test
    void whereNoRuleCountsATicketWaitsInTheQueue() {
        weigh(Map.of("for-ann", new RuleWeight(0, false), "for-bob", new RuleWeight(0, false)), Map.of());
        assertThat(triaged().assignee()).isNull();
        assertThat(explanation()).contains("No assignment rule counts here");
    }

    @Test
    void onlyWhoConfiguresTheDeskChangesThemAndOnlyAsTheyWereSeen() {
        Caller agent = Caller.person(ann, BuiltInRole.AGENT.rights(), "api");
        assertThatThrownBy(() -> bench.weights.replace(agent, RuleWeights.STANDARD, Precondition.any()))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("desk.configure");
        assertThat(bench.weights.get(agent).content()).isEqualTo(RuleWeights.STANDARD);
        weigh(Map.of(), Map.of());
        assertThatThrownBy(() -> bench.weights.replace(ADMINISTRATOR, RuleWeights.STANDARD, Precondition.version(0)))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void aTeamThatIsNotThereIsNamed() {
        String nobody = "018f0000-0000-7000-8000-000000000000";
        assertThatThrownBy(() -> weigh(Map.of(), Map.of(nobody, Map.of())))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("teams." + nobody);
    }

    private static Map<String, RuleWeight> standard(String plugin) {
        return Map.of(plugin, RuleWeight.STANDARD);
    }

    private void weigh(Map<String, RuleWeight> desk, Map<String, Map<String, RuleWeight>> teams) {
        bench.weights.replace(ADMINISTRATOR, new RuleWeights(desk, teams), Precondition.any());
    }

    private PersonId winner() {
        return Optional.ofNullable(triaged().assignee())
                .map(PersonReference::id)
                .orElseThrow();
    }

    private Ticket triaged() {
        latest = bench.open("printer");
        bench.changes.change(ADMINISTRATOR, latest.id(), Precondition.any(), edit -> {
            edit.draft().team(new Ticket.TeamReference(team, "first", 1));
            return true;
        });
        bench.triage(latest.id());
        return bench.read(latest.id());
    }

    private String explanation() {
        return testbed.transactions()
                .read(() -> bench.explanations.find(latest.id()))
                .orElseThrow();
    }
}
