package io.switchboard.api.assignment;

import io.switchboard.api.people.Customer;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket looking for an agent.
 *
 * @param ticket the ticket as it stands
 * @param requester who needs help
 * @param candidates the active members of the ticket's team, or of all teams while it has none, in the order of their ids
 * @param requiredSkills skills that the ticket's category and product ask for
 * @param seniorOnly whether special handling asked for a senior agent
 * @param language the BCP 47 tag of the language it is written in, or null if unknown
 * @param now the desk's time
 */
public record AssignmentQuestion(
        Ticket ticket,
        Customer requester,
        List<Candidate> candidates,
        List<String> requiredSkills,
        boolean seniorOnly,
        @Nullable String language,
        Instant now) {
    /** Keeps copies. */
    public AssignmentQuestion {
        candidates = List.copyOf(candidates);
        requiredSkills = List.copyOf(requiredSkills);
    }
}
