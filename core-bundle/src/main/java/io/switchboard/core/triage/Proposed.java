package io.switchboard.core.triage;

import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes tickets as they would stand after a decision, for the advisors that are asked next. */
final class Proposed {
    private Proposed() {}

    static Ticket ticket(
            Ticket ticket,
            Classification classification,
            boolean confidential,
            Ticket.@Nullable TeamReference team,
            List<Deadline> deadlines) {
        return new Ticket(
                ticket.id(),
                ticket.number(),
                ticket.version(),
                ticket.subject(),
                ticket.description(),
                ticket.requester(),
                ticket.submitter(),
                ticket.organization(),
                ticket.channel(),
                classification,
                ticket.progress(),
                ticket.assignee(),
                team,
                ticket.circumstances(),
                ticket.resolution(),
                deadlines,
                ticket.expectedResolutionAt(),
                ticket.nextUpdateDueAt(),
                ticket.tags(),
                ticket.fields(),
                confidential,
                ticket.imported(),
                ticket.external(),
                ticket.createdAt(),
                ticket.updatedAt());
    }
}
