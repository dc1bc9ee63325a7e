package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.desk.record.TellImportance;
import io.switchboard.core.store.StoreTestbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When triage looks at a ticket again, and what it tells the advisors then. */
class TriageAgainTest {
    private final StoreTestbed store = StoreTestbed.hsqldb();
    private TriageBench bench;

    @BeforeEach
    void begin() {
        store.open();
        bench = new TriageBench(store);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void whatStandsAsideIsTriagedWhenItComesBack() {
        Ticket ticket = bench.open("Not spam");
        dispose(ticket, Disposition.SPAM);
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.PENDING);
        dispose(ticket, Disposition.NONE);
        List<TicketEvent> events = bench.events(ticket.id());
        bench.triage.react(Map.of(ticket.id(), List.of(events.get(events.size() - 1))));
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.DONE);
    }

    private void dispose(Ticket ticket, Disposition to) {
        bench.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().disposition(to);
            return true;
        });
    }

    @Test
    void noClockStartsOrStopsByAnAutomaticAnswer() {
        List<EventType> told = new ArrayList<>();
        bench.registry.add(
                DeadlinePolicy.class,
                "sla",
                question -> {
                    told.clear();
                    question.history().forEach(event -> told.add(event.type()));
                    return List.of();
                },
                Map.of());
        Ticket ticket = bench.open("Away");
        bench.triage(ticket.id());
        answer(ticket, Map.of("automatic", "true"));
        assertThat(told).containsExactly(EventType.TICKET_OPENED);
        answer(ticket, Map.of());
        assertThat(told).containsExactly(EventType.TICKET_OPENED, EventType.MESSAGE_RECEIVED);
    }

    @Test
    void whatTurnsOutToBeForSeniorAgentsGoesToOne() {
        AtomicBoolean vip = new AtomicBoolean();
        askForSeniors(vip);
        TeamId team = bench.team("first");
        bench.agent("ann", team);
        PersonId bob = bench.senior("bob", team);
        Ticket ticket = bench.open("The charger smokes");
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).assignee())
                .extracting(PersonReference::name)
                .isEqualTo("ann");

        becomesImportant(ticket, vip);
        assertThat(bench.read(ticket.id()).assignee())
                .extracting(PersonReference::id)
                .isEqualTo(bob);
    }

    @Test
    void whomAPersonGaveATicketKeepsItThoughItIsForSeniorAgents() {
        AtomicBoolean vip = new AtomicBoolean();
        askForSeniors(vip);
        TeamId team = bench.team("first");
        PersonId ann = bench.agent("ann", team);
        bench.senior("bob", team);
        Ticket ticket = bench.open("The charger smokes");
        bench.changes.change(Caller.timer("somebody"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().assignee(new PersonReference(ann, "ann", null, false));
            return true;
        });
        bench.triage(ticket.id());
        becomesImportant(ticket, vip);
        assertThat(bench.read(ticket.id()).assignee())
                .extracting(PersonReference::id)
                .isEqualTo(ann);
    }

    @Test
    void whoHasATicketIsNotPreferredForItWhenItIsGivenAnew() {
        TeamId team = bench.team("first");
        PersonId ann = bench.agent("ann", team);
        List<Candidate> asked = new ArrayList<>();
        bench.rule("any", question -> {
            asked.clear();
            asked.addAll(question.candidates());
            return List.of(CandidateScore.of(ann, 50, "is there"));
        });
        Ticket first = bench.open("The first of the customer");
        bench.triage(first.id());
        assertThat(asked).singleElement().satisfies(candidate -> {
            assertThat(candidate.lastForRequester()).isNull();
            assertThat(candidate.openTickets()).isZero();
        });
        bench.triage.assign(Caller.system("somebody"), first.id());
        assertThat(asked).singleElement().satisfies(candidate -> {
            assertThat(candidate.lastForRequester()).isNull();
            assertThat(candidate.openTickets()).as("nor held against them").isZero();
        });
        bench.triage(bench.open("Another one").id());
        assertThat(asked).singleElement().satisfies(candidate -> {
            assertThat(candidate.lastForRequester()).isNotNull();
            assertThat(candidate.openTickets()).isEqualTo(1);
        });
    }

    private void askForSeniors(AtomicBoolean vip) {
        bench.registry.add(AssignmentRule.class, "any", new FirstComes(), Map.of());
        bench.registry.add(SpecialHandling.class, "handle-vip", new ForSeniors(vip), Map.of());
    }

    private void becomesImportant(Ticket ticket, AtomicBoolean vip) {
        vip.set(true);
        PersonId requester = bench.read(ticket.id()).requester().id();
        store.transactions().write(() -> {
            new TellImportance(bench.tickets, bench.changes).importanceChanged(requester, true, "It was said so");
            return true;
        });
        bench.triage(ticket.id());
    }

    /** Prefers whoever is named first. */
    private record FirstComes() implements AssignmentRule {
        @Override
        public String name() {
            return "First comes";
        }

        @Override
        public List<CandidateScore> score(AssignmentQuestion question) {
            return question.candidates().stream()
                    .map(candidate -> CandidateScore.of(
                            candidate.agent().id(), candidate.agent().name().equals("ann") ? 90 : 10, "its name"))
                    .toList();
        }
    }

    /** Asks for senior agents once it was told to. */
    private record ForSeniors(AtomicBoolean vip) implements SpecialHandling {
        @Override
        public String mark() {
            return "vip";
        }

        @Override
        public int precedence() {
            return 200;
        }

        @Override
        public Optional<HandlingAdvice> judge(HandlingQuestion question) {
            return vip.get()
                    ? Optional.of(new HandlingAdvice("It is for senior agents", false, null, true, null, null))
                    : Optional.empty();
        }
    }

    private void answer(Ticket ticket, Map<String, String> data) {
        bench.changes.change(Caller.system("test"), ticket.id(), Precondition.any(), edit -> {
            edit.said(EventType.MESSAGE_RECEIVED, new MessageId(store.ids().next()), data);
            return true;
        });
        bench.triage(ticket.id());
    }
}
