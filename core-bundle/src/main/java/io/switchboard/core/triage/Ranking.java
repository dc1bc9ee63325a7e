package io.switchboard.core.triage;

import io.switchboard.api.assignment.Candidate;
import io.switchboard.core.triage.Explanation.Scored;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts candidates in their order, the best first: who is not ruled out, then the highest total, then the fewest open
 * tickets, then who was given a ticket longest ago, then the smaller id. So the same question has the same answer.
 */
final class Ranking {
    /** Of a point of the total; what differs by less is equal: sums of fractions depend on the order in which they are added. */
    private static final double GRAINS = 1e6;

    private static final Comparator<Scored> TOTAL =
            Comparator.comparingDouble(Scored::total).reversed();
    private static final Comparator<Scored> OPEN_TICKETS = Comparator.comparingInt(Scored::openTickets);
    private static final Comparator<Scored> LAST_ASSIGNED =
            Comparator.comparing(Scored::lastAssignedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));
    private static final Comparator<Scored> ORDER = Comparator.comparing(Scored::vetoed)
            .thenComparing(TOTAL)
            .thenComparing(OPEN_TICKETS)
            .thenComparing(LAST_ASSIGNED)
            .thenComparing(Scored::agent);

    private Ranking() {}

    /** Returns a candidate with what the rules said of them. */
    static Scored scored(Candidate candidate, List<Explanation.Score> scores) {
        double total = scores.stream()
                .filter(score -> !score.veto())
                .mapToDouble(score -> score.value() * score.weight())
                .sum();
        return new Scored(
                candidate.agent().id(),
                candidate.agent().name(),
                Math.rint(total * GRAINS) / GRAINS,
                scores.stream().anyMatch(Explanation.Score::veto),
                candidate.openTickets(),
                candidate.lastAssignedAt(),
                scores);
    }

    /** Returns the candidates in their order. */
    static List<Scored> of(List<Scored> candidates) {
        return candidates.stream().sorted(ORDER).toList();
    }

    /** Returns the first who is not ruled out, or nothing. */
    static Optional<Scored> winner(List<Scored> ranked) {
        return ranked.stream().filter(scored -> !scored.vetoed()).findFirst();
    }

    /** Says why the winner won, in one sentence. */
    static String why(Scored winner, List<Scored> ranked) {
        List<Scored> left = ranked.stream().filter(scored -> !scored.vetoed()).toList();
        if (left.size() == 1) {
            return ranked.size() == 1
                    ? winner.name() + " is the only candidate"
                    : winner.name() + " is the only one of " + ranked.size() + " candidates who is not ruled out";
        }
        Scored next = left.get(1);
        if (TOTAL.compare(winner, next) != 0) {
            return winner.name() + " has the highest score of " + ranked.size() + " candidates";
        }
        String tie = winner.name() + " has the same score as " + next.name() + " and ";
        if (OPEN_TICKETS.compare(winner, next) != 0) {
            return tie + "fewer open tickets";
        }
        return tie
                + (LAST_ASSIGNED.compare(winner, next) == 0
                        ? "as many open tickets; the smaller id decides"
                        : "as many open tickets, and was given one longer ago");
    }
}
