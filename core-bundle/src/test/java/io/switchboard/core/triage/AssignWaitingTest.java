package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that found no agent, and find one when what stood in the way is over. */
class AssignWaitingTest {
    private final StoreTestbed testbed = StoreTestbed.hsqldb();
    private final AtomicReference<Function<AssignmentQuestion, List<CandidateScore>>> rule = new AtomicReference<>();
    private TriageBench bench;
    private PersonId ann;

    @BeforeEach
    void begin() {
        testbed.open();
        bench = new TriageBench(testbed);
        TeamId team = bench.team("first");
        ann = bench.agent("ann", team);
    }

    @AfterEach
    void end() {
        testbed.close();
    }

    @Test
    void whoCameWhileAllWereOutIsGivenAnAgentOnceOneIsBack() {
        rule(question -> List.of(CandidateScore.veto(ann, "is asleep")));
        Ticket ticket = triaged();
        Instant first = timer(ticket);

        bench.assignWaiting.ring(ticket.id().toString(), first);
        assertThat(bench.read(ticket.id()).assignee()).isNull();
        assertThat(timer(ticket)).isAfter(first);

        rule.set(question -> List.of(CandidateScore.of(ann, 10, "is awake")));
        bench.assignWaiting.ring(ticket.id().toString(), timer(ticket));

        assertThat(bench.read(ticket.id()).assignee())
                .extracting(PersonReference::id)
                .isEqualTo(ann);
    }

    @Test
    void whoCameWhileTheRuleWasBeingReplacedIsGivenAnAgentOnceItIsThere() {
        Ticket ticket = triaged();
        assertThat(ticket.assignee()).isNull();
        rule(question -> List.of(CandidateScore.of(ann, 10, "is there")));

        bench.assignWaiting.ring(ticket.id().toString(), timer(ticket));

        assertThat(bench.read(ticket.id()).assignee())
                .extracting(PersonReference::id)
                .isEqualTo(ann);
    }

    @Test
    void aTryThatFindsNobodyLeavesNoTrace() {
        rule(question -> List.of(CandidateScore.veto(ann, "is asleep")));
        Ticket ticket = triaged();
        List<TicketEvent> before = bench.events(ticket.id());
        String explained = explanation(ticket);

        bench.assignWaiting.ring(ticket.id().toString(), timer(ticket));

        assertThat(bench.events(ticket.id())).isEqualTo(before);
        assertThat(bench.read(ticket.id()).version()).isEqualTo(ticket.version());
        // It says since when the ticket waits, and so until when it is looked at.
        assertThat(explanation(ticket)).isEqualTo(explained);
    }

    @Test
    void whatAPersonLeftWithoutAnAgentStaysSo() {
        rule(question -> List.of(CandidateScore.veto(ann, "is asleep")));
        Ticket ticket = triaged();
        assign(ticket, new PersonReference(ann, "Ann", null, false));
        assign(ticket, null);
        rule.set(question -> List.of(CandidateScore.of(ann, 10, "is awake")));

        ring(ticket);

        assertThat(bench.read(ticket.id()).assignee()).isNull();
        assertThat(bench.timers.due).isEmpty();
    }

    private void ring(Ticket ticket) {
        Instant due = timer(ticket);
        bench.timers.due.clear();
        bench.assignWaiting.ring(ticket.id().toString(), due);
    }

    private void assign(Ticket ticket, PersonReference agent) {
        bench.changes.change(Caller.system("a person"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().assignee(agent);
            return true;
        });
    }

    private void rule(Function<AssignmentQuestion, List<CandidateScore>> scores) {
        rule.set(scores);
        bench.rule("changing", question -> rule.get().apply(question));
    }

    private Ticket triaged() {
        Ticket ticket = bench.open("printer");
        bench.triage(ticket.id());
        return bench.read(ticket.id());
    }

    private String explanation(Ticket ticket) {
        return testbed.transactions()
                .read(() -> bench.explanations.find(ticket.id()))
                .orElseThrow();
    }

    private Instant timer(Ticket ticket) {
        return bench.timers.due.get(AssignWaiting.KIND + " " + ticket.id());
    }
}
