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
 * the queue; a veto removes the candidate. The highest sum wins. Ties go to the candidate with the fewest open tickets,
 * then to the one who was assigned a ticket longest ago, then to the smaller person id. If every candidate is vetoed the
 * ticket goes to the team without an agent.
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
