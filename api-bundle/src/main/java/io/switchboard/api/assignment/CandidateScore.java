package io.switchboard.api.assignment;

import io.switchboard.api.people.PersonId;

/**
 * What a rule thinks of a candidate.
 *
 * @param candidate who
 * @param value from 0 (unfit) to 100 (ideal); ignored with a veto
 * @param veto whether the candidate must not get the ticket
 * @param reason why, in one sentence for a person
 */
public record CandidateScore(PersonId candidate, double value, boolean veto, String reason) {
    /** Refuses values out of range. */
    public CandidateScore {
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("a score lies between 0 and 100, not at " + value);
        }
    }

    /** Returns a score. */
    public static CandidateScore of(PersonId candidate, double value, String reason) {
        return new CandidateScore(candidate, value, false, reason);
    }

    /** Returns a veto. */
    public static CandidateScore veto(PersonId candidate, String reason) {
        return new CandidateScore(candidate, 0, true, reason);
    }
}
