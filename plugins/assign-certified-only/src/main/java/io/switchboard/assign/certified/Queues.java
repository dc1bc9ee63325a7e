package io.switchboard.assign.certified;

import io.switchboard.api.people.Directory;
import io.switchboard.api.people.Team;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a ticket's queue among the teams: what is asked of a team's tickets is asked of those of the teams below it. */
final class Queues {
    private final Directory directory;

    Queues(Directory directory) {
        this.directory = directory;
    }

    /** Returns the names and ids of a team and of the teams above it. */
    Set<String> above(Ticket.TeamReference team) {
        Set<String> names = new LinkedHashSet<>();
        names.add(team.name());
        @Nullable TeamId next = team.id();
        // A team that comes again would lead in a circle.
        while (next != null && names.add(next.toString())) {
            Team found = directory.team(next).orElse(null);
            if (found != null) {
                names.add(found.name());
            }
            next = found == null ? null : found.parent();
        }
        return names;
    }
}
