package io.switchboard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.AssignmentQuestion;
import io.switchboard.api.assignment.AssignmentRule;
import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.assignment.CandidateScore;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.testkit.data.AgentBuilder;
import io.switchboard.testkit.data.Samples;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link AssignmentRule} must do. */
public interface AssignmentRuleContract {
    /** Returns the rule under test, with settings as on a new desk. */
    AssignmentRule testee();

    /** Returns the skill ids, languages and the like that the rule under test knows something about. */
    default List<String> skills() {
        return List.of("network", "billing", "java");
    }

    /** A person reads the name. */
    @Test
    default void hasANameForPeople() {
        Checks.line(testee().name(), "name");
    }

    /** Whatever the ticket, each candidate is scored at most once, nobody else is, and each score says why. */
    @Test
    default void scoresEachCandidateAtMostOnceAndSaysWhy() {
        for (Ticket ticket : Checks.tickets()) {
            AssignmentQuestion question = question(ticket, 20);
            List<CandidateScore> scores = testee().score(question);
            Set<PersonId> candidates = question.candidates().stream()
                    .map(candidate -> candidate.agent().id())
                    .collect(Collectors.toSet());
            assertThat(scores)
                    .extracting(CandidateScore::candidate)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(candidates);
            scores.forEach(score -> Checks.line(score.reason(), "reason"));
        }
    }

    /** The same question has the same answer, on any thread. */
    @Test
    default void answersTheSameOnEveryThread() throws Exception {
        AssignmentQuestion question = question(Samples.ticket(1).build(), 20);
        AssignmentRule rule = testee();
        Checks.sameOnEveryThread(() -> rule.score(question));
    }

    /** A team of one is scored too. */
    @Test
    default void answersForOneCandidate() {
        AssignmentQuestion question = question(Samples.ticket(1).build(), 1);
        assertThat(testee().score(question)).hasSizeLessThanOrEqualTo(1);
    }

    /** A large team is scored too. */
    @Test
    default void answersForAThousandCandidates() {
        assertThat(testee().score(question(Samples.ticket(1).build(), 1_000))).hasSizeLessThanOrEqualTo(1_000);
    }

    private AssignmentQuestion question(Ticket ticket, int candidates) {
        Random random = new Random(candidates);
        List<Candidate> able = LongStream.rangeClosed(1, candidates)
                .mapToObj(serial -> candidate(serial, random))
                .toList();
        return new AssignmentQuestion(
                ticket,
                Samples.customer(1).build(),
                able,
                List.of(skills().get(0), "unheard-of"),
                false,
                "en",
                Samples.NOW);
    }

    private Candidate candidate(long serial, Random random) {
        AgentBuilder agent = Samples.agent(serial).openTickets(random.nextInt(1_000));
        skills().stream()
                .filter(skill -> random.nextBoolean())
                .forEach(skill -> agent.skill(skill, 1 + random.nextInt(5)));
        if (random.nextInt(4) == 0) {
            agent.absent();
        }
        if (random.nextBoolean()) {
            agent.lastAssignedAt(Samples.NOW.minusSeconds(random.nextInt(100_000)));
        }
        return agent.candidate();
    }
}
