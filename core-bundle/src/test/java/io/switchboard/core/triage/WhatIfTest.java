package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.BuiltInRole;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.lifecycle.Lifecycle;
import io.switchboard.core.store.StoreTestbed;
import io.switchboard.core.triage.WhatIf.Outcome;
import io.switchboard.core.triage.WhatIf.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final Caller DESK = Caller.system("desk");
    private static final RuleWeights FOR_BOB = new RuleWeights(Map.of("for-bob", new RuleWeight(20, true)), Map.of());

    private final StoreTestbed testbed = StoreTestbed.hsqldb();
    private TriageBench bench;
    private TeamId team;
    private PersonId ann;
    private PersonId bob;

    /** By the present weights Ann gets everything. */
    @BeforeEach
    void begin() {
        testbed.open();
        bench = new TriageBench(testbed);
        team = bench.team("first");
        ann = bench.agent("ann", team);
        bob = bench.agent("bob", team);
        bench.rule("for-ann", question -> List.of(CandidateScore.of(ann, 80, "likes ann")));
        bench.rule("for-bob", question -> List.of(CandidateScore.of(bob, 50, "likes bob")));
    }

    @AfterEach
    void end() {
        testbed.close();
    }

    @Test
    void itShowsWhoWouldHaveGotTheLatestTicketsAndChangesNothing() {
        List<TicketId> ids = triaged(3);
        List<Ticket> tickets = ids.stream().map(bench::read).toList();
        var loads = testbed.transactions().read(bench.loads::all);
        var explanation = testbed.transactions().read(() -> bench.explanations.find(ids.get(0)));

        List<Outcome> outcomes =
                bench.whatIf.handle(DESK, new Question(2, null, FOR_BOB)).outcomes();

        assertThat(outcomes).extracting(outcome -> outcome.ticket().id()).containsExactly(ids.get(1), ids.get(2));
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.before().agent()).isEqualTo(ann);
            assertThat(outcome.after().agent()).isEqualTo(bob);
        });
        assertThat(ids.stream().map(bench::read)).isEqualTo(tickets);
        assertThat(testbed.transactions().read(bench.loads::all)).isEqualTo(loads);
        assertThat(testbed.transactions().read(() -> bench.explanations.find(ids.get(0))))
                .isEqualTo(explanation);
    }

    @Test
    void aRuleThatDoesNotCountYetIsTriedBeforeItIsEnabled() {
        bench.rule("school", question -> List.of(CandidateScore.veto(ann, "has no certificate")));
        bench.weights.replace(
                DESK, new RuleWeights(Map.of("school", new RuleWeight(0, false)), Map.of()), Precondition.any());
        triaged(1);
        assertThat(bench.whatIf
                        .handle(DESK, new Question(1, null, RuleWeights.STANDARD))
                        .outcomes())
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.before().agent()).isEqualTo(ann);
                    assertThat(outcome.after().agent()).isEqualTo(bob);
                });
    }

    @Test
    void aTicketBurdensWhomItIsGivenToUntilItWasSolved() {
        List<Integer> open = new ArrayList<>();
        bench.rule("counts", question -> {
            question.candidates().stream()
                    .filter(candidate -> candidate.agent().id().equals(ann))
                    .forEach(candidate -> open.add(candidate.openTickets()));
            return List.of();
        });
        TicketId solved = triaged(1).get(0);
        solve(solved);
        triaged(2);
        open.clear();
        bench.whatIf.handle(DESK, new Question(10, null, RuleWeights.STANDARD));
        assertThat(open).as("by the present weights and by the same as others").containsExactly(0, 0, 0, 0, 1, 1);
    }

    @Test
    void whoHadTheRequestersTicketsInTheReplayIsKnownToThem() {
        AtomicReference<PersonId> known = new AtomicReference<>();
        bench.rule("continuity", question -> {
            question.candidates().stream()
                    .filter(candidate -> candidate.lastForRequester() != null)
                    .forEach(candidate -> known.set(candidate.agent().id()));
            return List.of();
        });
        triaged(2);
        known.set(null);
        bench.whatIf.handle(DESK, new Question(1, null, FOR_BOB));
        assertThat(known).as("the other ticket is not replayed").hasValue(ann);
        known.set(null);
        bench.whatIf.handle(DESK, new Question(2, null, FOR_BOB));
        assertThat(known).as("it is bob's in the replay").hasValue(bob);
    }

    @Test
    void confidentialTicketsAreReplayedOnlyForWhoMaySeeThem() {
        TicketId secret = triaged(1).get(0);
        bench.changes.change(DESK, secret, Precondition.any(), edit -> {
            edit.draft().confidential(true);
            return true;
        });
        Caller administrator =
                Caller.person(new PersonId(testbed.ids().next()), BuiltInRole.ADMINISTRATOR.rights(), "api");
        Question question = new Question(10, null, RuleWeights.STANDARD);
        assertThat(bench.whatIf.handle(DESK, question).outcomes()).hasSize(1);
        assertThat(bench.whatIf.handle(administrator, question).outcomes()).isEmpty();
    }

    @Test
    void onlyTheTicketsOfATeamAreReplayedIfItIsNamed() {
        triaged(1);
        TeamId other = bench.team("other");
        Question ofTeam = new Question(10, team, RuleWeights.STANDARD);
        assertThat(bench.whatIf.handle(DESK, ofTeam).outcomes()).hasSize(1);
        assertThat(bench.whatIf
                        .handle(DESK, new Question(10, other, RuleWeights.STANDARD))
                        .outcomes())
                .isEmpty();
    }

    @Test
    void aRuleThatFailsIsNamedForEachTime() {
        triaged(2);
        bench.rule("broken", question -> {
            throw new IllegalStateException("no table");
        });
        WhatIf.Result result = bench.whatIf.handle(DESK, new Question(10, null, FOR_BOB));
        assertThat(result.failures())
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure.plugin()).isEqualTo("broken"));
        assertThat(result.outcomes())
                .extracting(outcome -> outcome.after().agent())
                .containsOnly(bob);
    }

    @Test
    void onlyWhoConfiguresTheDeskMayAskAndOnlyForSoMany() {
        Caller agent = Caller.person(ann, BuiltInRole.SUPERVISOR.rights(), "api");
        assertThatThrownBy(() -> bench.whatIf.handle(agent, new Question(1, null, FOR_BOB)))
                .isInstanceOf(SwitchboardException.class)
                .hasMessageContaining("desk.configure");
        for (int wrong : new int[] {0, -1, WhatIf.MOST + 1}) {
            assertThatThrownBy(() -> bench.whatIf.handle(DESK, new Question(wrong, null, FOR_BOB)))
                    .isInstanceOf(SwitchboardException.class)
                    .hasMessageContaining("last");
        }
    }

    private List<TicketId> triaged(int count) {
        List<TicketId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TicketId id = bench.open("ticket " + i).id();
            bench.triage(id);
            assertThat(bench.read(id).assignee())
                    .extracting(PersonReference::id)
                    .isEqualTo(ann);
            ids.add(id);
        }
        return ids;
    }

    private void solve(TicketId id) {
        bench.changes.change(DESK, id, Precondition.any(), edit -> {
            edit.draft().progress(new Lifecycle().move(edit.ticket().progress(), Status.RESOLVED, edit.now()));
            return true;
        });
    }
}
