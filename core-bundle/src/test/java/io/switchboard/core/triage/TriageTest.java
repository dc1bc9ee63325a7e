package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.classification.Classifier;
import io.switchboard.api.deadline.DeadlinePolicy;
import io.switchboard.api.error.SwitchboardException;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.reaction.EventType;
import io.switchboard.api.reaction.TicketEvent;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.Precondition;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TriageTest {
    private final StoreTestbed testbed = StoreTestbed.hsqldb();
    private TriageBench bench;
    private TeamId team;

    @BeforeEach
    void begin() {
        testbed.open();
        bench = new TriageBench(testbed);
        team = bench.team("first");
    }

    @AfterEach
    void end() {
        testbed.close();
    }

    @Test
    void theBestScoreGetsTheTicketAndTheExplanationSaysWhy() {
        PersonId ann = bench.agent("ann", team);
        PersonId bob = bench.agent("bob", team);
        bench.rule(
                "skill",
                question -> List.of(CandidateScore.of(ann, 10, "knows a bit"), CandidateScore.of(bob, 90, "knows it")));

        Ticket ticket = triaged("printer");

        assertThat(ticket.assignee()).extracting(PersonReference::id).isEqualTo(bob);
        assertThat(ticket.progress().triage()).isEqualTo(TriageState.DONE);
        assertThat(ticket.progress().status().id()).isEqualTo("assigned");
        String explanation = testbed.transactions()
                .read(() -> bench.explanations.find(ticket.id()))
                .orElseThrow();
        assertThat(explanation).contains("knows it", "knows a bit", "\"total\":900.0", "bob");
    }

    @Test
    void aVetoRemovesACandidateAndIfAllAreOutTheTeamGetsIt() {
        PersonId ann = bench.agent("ann", team);
        useDefaultTeam();
        bench.rule("school", question -> List.of(CandidateScore.veto(ann, "has no certificate")));
        Ticket ticket = triaged("printer");
        assertThat(ticket.assignee()).isNull();
        assertThat(ticket.team()).extracting(Ticket.TeamReference::id).isEqualTo(team);
    }

    @Test
    void rulesThatFailCostNothingButTheirAnswerAndAreNamed() {
        bench.agent("ann", team);
        useDefaultTeam();
        bench.rule("broken", question -> {
            throw new StackOverflowError();
        });
        Ticket ticket = triaged("printer");
        assertThat(ticket.team()).extracting(Ticket.TeamReference::id).isEqualTo(team);
        assertThat(ticket.progress().triage()).isEqualTo(TriageState.DONE);
        assertThat(bench.events(ticket.id()))
                .filteredOn(event -> event.type() == EventType.PLUGIN_REMARKED)
                .extracting(event -> event.data().get("plugin"))
                .containsExactly("broken");
    }

    @Test
    void aSpecialHandlingThatDoesNotAnswerKeepsTheTicketHidden() {
        bench.registry.add(
                SpecialHandling.class,
                "security",
                handling(() -> {
                    throw new IllegalStateException("no list of words");
                }),
                Map.of());
        Ticket ticket = bench.open("leak");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bench.triage(ticket.id()))
                    .isInstanceOf(SwitchboardException.class)
                    .hasMessageContaining(ticket.number());
        }
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.PENDING);
        assertThat(bench.events(ticket.id()))
                .filteredOn(event -> event.type() == EventType.PLUGIN_REMARKED)
                .as("named once, however often it is tried")
                .hasSize(1);
    }

    @Test
    void aSpecialHandlingThatIsStartingKeepsTheTicketHiddenUntilItIsThere() {
        bench.registry.miss("handle-security");
        Ticket ticket = bench.open("leak");
        assertThatThrownBy(() -> bench.triage(ticket.id())).hasMessageContaining(ticket.number());
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.PENDING);
        bench.registry.missNobody();
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.DONE);
    }

    @Test
    void specialHandlingMakesItConfidentialRaisesItAndSendsItToItsTeam() {
        TeamId security = bench.team("security");
        bench.agent("ann", team);
        PersonId eve = bench.agent("eve", security);
        bench.rule(
                "any",
                question -> question.candidates().stream()
                        .map(candidate -> CandidateScore.of(candidate.agent().id(), 50, "fine"))
                        .toList());
        bench.registry.add(
                SpecialHandling.class,
                "handle-security",
                handling(() ->
                        Optional.of(new HandlingAdvice("mentions a leak", true, security, false, Priority.P1, null))),
                Map.of());
        Ticket ticket = triaged("leak");
        assertThat(ticket.confidential()).isTrue();
        assertThat(ticket.classification().priority()).isEqualTo(Priority.P1);
        assertThat(ticket.tags()).contains("marked");
        assertThat(ticket.assignee()).extracting(PersonReference::id).isEqualTo(eve);
    }

    @Test
    void whatIsToBeConfidentialWithoutATeamDoesNotGetTheDefaultTeam() {
        bench.agent("ann", team);
        useDefaultTeam();
        keepsConfidential();
        Ticket ticket = triaged("leak");
        assertThat(ticket.confidential()).isTrue();
        assertThat(ticket.team()).isNull();
        assertThat(ticket.assignee()).isNull();
    }

    @Test
    void aTeamThatDidNotAskForConfidentialityIsNotShownWhatIsConfidential() {
        TeamId keyAccounts = bench.team("key accounts");
        bench.agent("ann", keyAccounts);
        keepsConfidential();
        bench.registry.add(
                SpecialHandling.class,
                "handle-vip",
                handling(() ->
                        Optional.of(new HandlingAdvice("is important", false, keyAccounts, true, Priority.P1, null))),
                Map.of());
        Ticket ticket = triaged("leak");
        assertThat(ticket.team()).isNull();
        assertThat(ticket.assignee()).isNull();
        assertThat(ticket.classification().priority())
                .as("what else it asks for holds")
                .isEqualTo(Priority.P1);
        String explanation = testbed.transactions()
                .read(() -> bench.explanations.find(ticket.id()))
                .orElseThrow();
        assertThat(explanation).contains(Secrecy.NO_TEAM);
    }

    @Test
    void whatBecomesConfidentialLeavesWhomAPersonGaveItTo() {
        TeamId security = bench.team("security");
        PersonId ann = bench.agent("ann", team);
        bench.registry.add(
                SpecialHandling.class,
                "handle-security",
                handling(() -> Optional.of(new HandlingAdvice("a leak", true, security, false, null, null))),
                Map.of());
        Ticket ticket = bench.open("leak");
        give(ticket, ann, team);
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).confidential()).isTrue();
        assertThat(bench.read(ticket.id()).team())
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(security);
        assertThat(bench.read(ticket.id()).assignee()).isNull();

        give(ticket, ann, team);
        bench.triage.assign(Caller.system("somebody"), ticket.id());
        assertThat(bench.read(ticket.id()).team())
                .as("who gives it away now knows what it holds")
                .extracting(Ticket.TeamReference::id)
                .isEqualTo(team);
    }

    private void give(Ticket ticket, PersonId agent, TeamId to) {
        bench.changes.change(Caller.timer("somebody"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().assignee(new PersonReference(agent, "ann", null, false));
            edit.draft().team(new Ticket.TeamReference(to, "first", 1));
            return true;
        });
    }

    @Test
    void confidentialityThatAPersonLiftedStaysLifted() {
        keepsConfidential();
        Ticket ticket = triaged("leak");
        bench.changes.change(Caller.timer("somebody"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().confidential(false);
            edit.draft().tags(Set.of());
            return true;
        });
        bench.triage.assign(Caller.system("somebody"), ticket.id());
        assertThat(bench.read(ticket.id()).confidential()).isFalse();
        assertThat(bench.read(ticket.id()).tags()).as("it was judged again").contains("marked");
    }

    private void keepsConfidential() {
        bench.registry.add(
                SpecialHandling.class,
                "handle-security",
                handling(() -> Optional.of(new HandlingAdvice("mentions a leak", true, null, false, null, null))),
                Map.of());
    }

    @Test
    void aConfidentSuggestionIsTakenAndAnUncertainOneIsNot() {
        classifier("sure", "technical/printing", 0.9);
        classifier("guess", "billing", 0.3);
        assertThat(triaged("paper jam").classification().category()).isEqualTo("technical/printing");
    }

    @Test
    void whatAPersonChoseIsLeftAlone() {
        PersonId ann = bench.agent("ann", team);
        PersonId bob = bench.agent("bob", team);
        bench.rule("likes-bob", question -> List.of(CandidateScore.of(bob, 90, "likes it")));
        Ticket ticket = bench.open("mine");
        bench.changes.change(Caller.timer("somebody"), ticket.id(), Precondition.any(), edit -> {
            edit.draft().assignee(new PersonReference(ann, "ann", null, false));
            return true;
        });
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).assignee())
                .extracting(PersonReference::id)
                .isEqualTo(ann);
    }

    @Test
    void deadlinesOfAPolicyThatFailsStayAsTheyWere() {
        Instant due = Instant.parse("2030-01-01T00:00:00Z");
        var service = bench.registry.add(
                DeadlinePolicy.class,
                "sla",
                question -> List.of(new DeadlinePolicy.DeadlineAdvice("resolution", due, null, null, "in 4 hours")),
                Map.of());
        Ticket ticket = triaged("slow");
        assertThat(ticket.deadlines()).singleElement().satisfies(deadline -> {
            assertThat(deadline.dueAt()).isEqualTo(due);
            assertThat(deadline.plugin()).isEqualTo("sla");
        });
        bench.registry.remove(service);
        bench.registry.add(
                DeadlinePolicy.class,
                "sla",
                question -> {
                    throw new IllegalStateException("no calendar");
                },
                Map.of());
        bench.triage(ticket.id());
        assertThat(bench.read(ticket.id()).deadlines()).hasSize(1);
    }

    @Test
    void triageThatIsToldTwiceActsOnce() {
        bench.agent("ann", team);
        bench.rule("any", question -> List.of());
        Ticket ticket = triaged("once");
        List<TicketEvent> before = bench.events(ticket.id());
        bench.triage(ticket.id());
        assertThat(bench.events(ticket.id())).isEqualTo(before);
    }

    /** AS3: the least loaded get the next ticket, also when many are opened at a time. */
    @Test
    void aThousandTicketsOverTenAgentsEndWithinOneOfEachOther() throws Exception {
        for (int i = 0; i < 10; i++) {
            bench.agent("agent" + i, team);
        }
        bench.workloadRule();
        BlockingQueue<TicketId> opened = new LinkedBlockingQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(34);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String subject = "ticket " + i;
            all.add(threads.submit(() -> opened.add(bench.open(subject).id())));
        }
        AtomicInteger left = new AtomicInteger(1_000);
        for (int i = 0; i < 2; i++) {
            all.add(threads.submit(() -> triageAll(opened, left)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        assertThat(testbed.transactions().read(bench.loads::all).values())
                .hasSize(10)
                .as("within one of each other, which for a thousand over ten is the same for all")
                .allSatisfy(load -> assertThat(load.openTickets()).isEqualTo(100));
    }

    private void triageAll(BlockingQueue<TicketId> opened, AtomicInteger left) {
        while (left.get() > 0) {
            List<TicketId> batch = new ArrayList<>();
            opened.drainTo(batch, 32);
            Map<TicketId, List<TicketEvent>> events = new LinkedHashMap<>();
            batch.forEach(id -> events.put(id, bench.events(id)));
            try {
                bench.triage.react(events);
                left.addAndGet(-batch.size());
            } catch (SwitchboardException tooBusy) {
                opened.addAll(batch);
            }
        }
    }

    private Ticket triaged(String subject) {
        Ticket ticket = bench.open(subject);
        bench.triage(ticket.id());
        return bench.read(ticket.id());
    }

    private void useDefaultTeam() {
        bench.editPolicy.replace(
                Caller.system("test"),
                new StoredTriagePolicy.Content(team.toString(), List.of(), 0.6, Map.of()),
                Precondition.any());
    }

    private void classifier(String plugin, String category, double confidence) {
        bench.registry.add(
                Classifier.class,
                plugin,
                ticket -> Optional.of(new Classifier.Suggestion(
                        null, category, null, null, null, null, confidence, "because of its words")),
                Map.of());
    }

    private interface Judgement {
        Optional<HandlingAdvice> make();
    }

    private static SpecialHandling handling(Judgement judgement) {
        return new SpecialHandling() {
            @Override
            public String mark() {
                return "marked";
            }

            @Override
            public int precedence() {
                return 100;
            }

            @Override
            public Optional<HandlingAdvice> judge(HandlingQuestion question) {
                return judgement.make();
            }
        };
    }
}
