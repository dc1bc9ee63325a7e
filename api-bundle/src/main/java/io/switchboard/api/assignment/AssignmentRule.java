package io.switchboard.api.assignment;

import java.util.List;

/**
 * <b>Advisor.</b> Scores the agents who could take a ticket by one point of view, such as skill or load.
 *
 * <p>Register it as an OSGi service. It is asked by triage right after a ticket was opened, and again when what it judges
 * by may have changed; on a thread of the desk, several at once, 250 ms for the answer. It must not change anything. If it
 * fails, its scores are left out and the history says so.
 *
 * <p>The desk adds, for each candidate, the scores of all rules times the weight that an administrator gave each rule for
 * the queue, a whole number from 0 to 100, 10 if nobody said anything; a veto removes the candidate, unless an
 * administrator said that the rule's vetoes do not hold in the queue. The highest sum wins; sums are compared to a
 * millionth. Ties go to the candidate with the fewest open tickets, then to the one who was assigned a ticket longest ago,
 * then to the smaller person id. If every candidate is vetoed the ticket goes to the team without an agent. A rule of
 * weight 0 whose vetoes do not hold is not asked.
 */
public interface AssignmentRule {
    /** Returns the rule's name for people, in English, for example {@code Skill}. */
    String name();

    /**
     * Scores candidates.
     *
     * @param question the ticket and who could take it; at least one candidate
     * @return one answer for each candidate that the rule has an opinion of; at most one each; never null
     */
    List<CandidateScore> score(AssignmentQuestion question);
}
