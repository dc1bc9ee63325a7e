package io.switchboard.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.api.assignment.Candidate;
import io.switchboard.api.people.Agent;
import io.switchboard.api.people.PersonId;
import io.switchboard.core.triage.Explanation.Score;
import io.switchboard.core.triage.Explanation.Scored;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is first among candidates, and why. */
class RankingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theHighestTotalIsFirst() {
        assertThat(why(scored(one(1, null), 40), scored(two(1, null), 50)))
                .isEqualTo("Bob has the highest score of 2 candidates");
    }

    @Test
    void amongEqualsWhoHasFewerOpenTicketsIsFirst() {
        assertThat(why(scored(one(3, null), 50), scored(two(2, null), 50)))
                .isEqualTo("Bob has the same score as Ann and fewer open tickets");
    }

    @Test
    void thenWhoWasGivenOneLongerAgoAndFirstWhoNeverWas() {
        assertThat(why(scored(one(1, NOON), 50), scored(two(1, NOON.minusSeconds(9)), 50)))
                .isEqualTo("Bob has the same score as Ann and as many open tickets, and was given one longer ago");
        assertThat(why(scored(one(1, NOON), 50), scored(two(1, null), 50))).startsWith("Bob");
    }

    @Test
    void thenTheSmallerId() {
        assertThat(why(scored(two(1, null), 50), scored(one(1, null), 50)))
                .isEqualTo("Ann has the same score as Bob and as many open tickets; the smaller id decides");
    }

    @Test
    void whoIsRuledOutComesLastWhateverTheirTotal() {
        Scored out = Ranking.scored(
                one(1, null),
                List.of(
                        new Score("Skill", "skill", 100, 10, false, "best"),
                        new Score("Desk", "core", 0, 1, true, "away")));
        assertThat(why(out, scored(two(1, null), 1)))
                .isEqualTo("Bob is the only one of 2 candidates who is not ruled out");
        assertThat(Ranking.winner(Ranking.of(List.of(out)))).isEmpty();
    }

    @Test
    void totalsThatDifferByTheOrderOfAddingAreEqual() {
        List<Score> upwards = List.of(score(100.0 / 3), score(200.0 / 3), score(0.1), score(0.2));
        List<Score> downwards = new ArrayList<>(upwards);
        Collections.reverse(downwards);
        assertThat(why(Ranking.scored(two(1, null), upwards), Ranking.scored(one(1, null), downwards)))
                .contains("Ann has the same score as Bob");
    }

    @Test
    void theOrderDoesNotDependOnTheOrderInWhichCandidatesCome() {
        List<Scored> candidates = new ArrayList<>();
        for (int serial = 1; serial <= 40; serial++) {
            candidates.add(scored(candidate(serial, "Agent", serial % 3, null), serial % 4 * 10));
        }
        List<Scored> ranked = Ranking.of(candidates);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(candidates, random);
            assertThat(Ranking.of(candidates)).isEqualTo(ranked);
        }
    }

    private static String why(Scored... candidates) {
        List<Scored> ranked = Ranking.of(List.of(candidates));
        return Ranking.why(Ranking.winner(ranked).orElseThrow(), ranked);
    }

    private static Candidate one(int openTickets, @Nullable Instant lastAssignedAt) {
        return candidate(1, "Ann", openTickets, lastAssignedAt);
    }

    private static Candidate two(int openTickets, @Nullable Instant lastAssignedAt) {
        return candidate(2, "Bob", openTickets, lastAssignedAt);
    }

    private static Candidate candidate(long id, String name, int openTickets, @Nullable Instant lastAssignedAt) {
        Agent agent = new Agent(
                new PersonId(new UUID(0, id)),
                name,
                null,
                true,
                Set.of(),
                Map.of(),
                Map.of(),
                List.of(),
                ZoneOffset.UTC,
                List.of(),
                false);
        return new Candidate(agent, openTickets, lastAssignedAt, false, null);
    }

    private static Scored scored(Candidate candidate, double value) {
        return Ranking.scored(candidate, List.of(score(value)));
    }

    private static Score score(double value) {
        return new Score("Any", "any-" + value, value, 10, false, "fine");
    }
}
