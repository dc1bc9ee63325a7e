package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators decided about triage. */
public interface TriagePolicy {
    /** Returns the team that gets what nobody else claims, or null if there is none. */
    @Nullable
    TeamId defaultTeam();

    /**
     * Returns whether tickets of a queue get an agent automatically: neither its team nor one above it has its tickets assigned
     * by hand. Null asks for tickets without a team.
     */
    boolean assignsAutomatically(@Nullable TeamId team);

    /** Returns from which confidence on a classifier's suggestion is taken, from 0 to 1. */
    double threshold();

    /** Returns the skills that category and product ask for. */
    List<String> requiredSkills(Classification classification);
}
