package io.switchboard.core.triage;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a ticket went where it went.
 *
 * @param at when it was decided, by the desk's clock
 * @param team the team it went to, or null
 * @param agent the agent it went to, or null
 * @param reason why, in one sentence
 * @param candidates who could have taken it, the best first
 * @param failures plugins that did not answer
 */
public record Explanation(
        Instant at,
        @Nullable TeamId team,
        @Nullable PersonId agent,
        String reason,
        List<Scored> candidates,
        List<PluginFailure> failures) {
    /** Keeps copies. */
    public Explanation {
        candidates = List.copyOf(candidates);
        failures = List.copyOf(failures);
    }

    /**
     * A candidate with what each rule thought of them.
     *
     * @param agent who
     * @param name the display name then
     * @param total the sum of the weighted scores
     * @param vetoed whether a rule removed them
     * @param openTickets how many open tickets they had
     * @param lastAssignedAt when they were last given a ticket, or null if never
     * @param scores what each rule said
     */
    public record Scored(
            PersonId agent,
            String name,
            double total,
            boolean vetoed,
            int openTickets,
            @Nullable Instant lastAssignedAt,
            List<Score> scores) {
        /** Keeps a copy. */
        public Scored {
            scores = List.copyOf(scores);
        }
    }

    /**
     * What one rule said.
     *
     * @param rule the rule's name for people
     * @param plugin the plugin's id, or {@code core} for the desk's own conditions
     * @param value from 0 to 100
     * @param weight by what the value is multiplied
     * @param veto whether it removed the candidate
     * @param reason why
     */
    public record Score(String rule, String plugin, double value, int weight, boolean veto, String reason) {}
}
