package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.handling.HandlingAdvice;
import io.switchboard.api.handling.SpecialHandling;
import io.switchboard.api.people.CustomerDirectory;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TriageState;
import io.switchboard.core.people.lookup.LookAgain;
import io.switchboard.core.people.lookup.LookupBench;
import io.switchboard.core.store.StoreTestbed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customer directories have to do with where a ticket goes. */
class DirectoriesInTriageTest {
    private static final String EMAIL = "cus@example.org";

    private final StoreTestbed store = StoreTestbed.hsqldb();
    private final LookupBench.MadeUp crm = new LookupBench.MadeUp();
    private TriageBench bench;
    private PersonId junior;
    private PersonId senior;

    @BeforeEach
    void begin() {
        store.open();
        bench = new TriageBench(store);
        bench.registry.add(AssignmentRule.class, "any", new AnyoneButSeniors(), Map.of());
        bench.registry.add(SpecialHandling.class, "handle-vip", new ForSeniors(), Map.of());
        TeamId team = bench.team("first");
        junior = bench.agent("ann", team);
        senior = bench.senior("bob", team);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void whomADirectoryCallsVeryImportantGetsASeniorAgentFromTheStart() {
        crm.entries.put(EMAIL, LookupBench.vip(true));
        bench.registry.add(CustomerDirectory.class, "directory-crm", crm, Map.of());
        Ticket ticket = bench.open("The charger smokes");
        bench.triage(ticket.id());
        assertThat(assignee(ticket.id())).isEqualTo(senior);
        assertThat(bench.read(ticket.id()).tags()).contains("vip");
    }

    @Test
    void aDirectoryThatHangsHoldsNoTicketAndIsHeededWhenItAnswersAtLast() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch triaged = new CountDownLatch(1);
        bench.registry.add(
                CustomerDirectory.class,
                "directory-crm",
                email -> {
                    asked.countDown();
                    try {
                        triaged.await();
                    } catch (InterruptedException cut) {
                        throw new IllegalStateException(cut);
                    }
                    return Optional.of(LookupBench.vip(true));
                },
                Map.of());
        Ticket ticket = bench.open("The charger smokes");
        bench.triage(ticket.id());
        asked.await();
        assertThat(bench.read(ticket.id()).progress().triage()).isEqualTo(TriageState.DONE);
        assertThat(assignee(ticket.id())).isEqualTo(junior);
        triaged.countDown();
        bench.lookupBench.waitFor(ticket.requester().id());
        bench.triage(ticket.id());
        assertThat(assignee(ticket.id())).isEqualTo(senior);
    }

    @Test
    void aNewEditionOfADirectoryHasOpenTicketsGoToSeniorAgents() {
        bench.registry.add(CustomerDirectory.class, "directory-crm", crm, Map.of());
        crm.edition = "1";
        LookAgain again = bench.lookupBench.again(bench.tickets);
        Ticket ticket = bench.open("The charger smokes");
        bench.triage(ticket.id());
        assertThat(assignee(ticket.id())).isEqualTo(junior);
        again.ring("regularly", Instant.EPOCH);
        int asked = crm.asked.get();

        crm.entries.put(EMAIL, LookupBench.vip(true));
        again.ring("regularly", Instant.EPOCH);
        assertThat(crm.asked).as("nothing new was announced").hasValue(asked);
        crm.edition = "2";
        again.ring("regularly", Instant.EPOCH);
        bench.triage(ticket.id());
        assertThat(assignee(ticket.id())).isEqualTo(senior);
        assertThat(bench.events(ticket.id()))
                .anySatisfy(
                        event -> assertThat(event.reason()).isEqualTo("The customer directory directory-crm says so"));
    }

    private PersonId assignee(TicketId ticket) {
        PersonReference assignee = bench.read(ticket).assignee();
        assertThat(assignee).isNotNull();
        return assignee == null ? senior : assignee.id();
    }

    /** Prefers whoever is no senior. */
    private record AnyoneButSeniors() implements AssignmentRule {
        @Override
        public String name() {
            return "Any";
        }

        @Override
        public List<CandidateScore> score(AssignmentQuestion question) {
            return question.candidates().stream()
                    .map(one -> CandidateScore.of(one.agent().id(), one.agent().senior() ? 10 : 90, "is there"))
                    .toList();
        }
    }

    /** Asks for senior agents for very important customers. */
    private record ForSeniors() implements SpecialHandling {
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
            return question.requester().vip()
                    ? Optional.of(new HandlingAdvice("It is for senior agents", false, null, true, null, null))
                    : Optional.empty();
        }
    }
}
