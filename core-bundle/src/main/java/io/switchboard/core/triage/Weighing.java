package io.switchboard.core.triage;

import io.switchboard.api.people.TeamId;
import org.jspecify.annotations.Nullable;

/** Says by what the assignment rules count in each queue. */
@FunctionalInterface
interface Weighing {
    /** Returns by what a plugin's rules count for the tickets of a team; null is for tickets without one. */
    RuleWeight of(String plugin, @Nullable TeamId team);
}
