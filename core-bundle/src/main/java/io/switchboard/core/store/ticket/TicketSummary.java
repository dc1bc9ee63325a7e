package io.switchboard.core.store.ticket;

import io.switchboard.api.ticket.Classification;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Deadline;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Progress;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket as a list shows it. */
public record TicketSummary(
        TicketId id,
        String number,
        long version,
        String subject,
        PersonReference requester,
        String channel,
        Classification classification,
        Progress progress,
        @Nullable PersonReference assignee,
        @Nullable TeamReference team,
        @Nullable ClosureReason closure,
        List<Deadline> deadlines,
        Set<String> tags,
        boolean confidential,
        Instant dueAt,
        @Nullable Instant nextUpdateDueAt,
        Instant createdAt,
        Instant updatedAt) {
    /** Keeps copies. */
    public TicketSummary {
        deadlines = List.copyOf(deadlines);
        tags = Set.copyOf(tags);
    }
}
