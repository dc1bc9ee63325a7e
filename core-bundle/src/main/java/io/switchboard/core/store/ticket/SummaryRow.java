package io.switchboard.core.store.ticket;

import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns of {@code ticket} that lists show, with the names of who and what they refer to; null where that is gone. */
public record SummaryRow(
        TicketId id,
        String number,
        long version,
        String subject,
        PersonId requester,
        String channel,
        TicketType type,
        @Nullable String category,
        @Nullable String product,
        Level impact,
        Level urgency,
        Priority priority,
        boolean priorityOverridden,
        int priorityRank,
        String profile,
        Status status,
        Stage stage,
        NextMove nextMove,
        Disposition disposition,
        TriageState triage,
        @Nullable Instant postponedUntil,
        Instant statusSince,
        int reopenings,
        @Nullable PersonId assignee,
        @Nullable TeamId team,
        @Nullable ClosureReason closure,
        @Nullable String deadlines,
        Instant dueAt,
        @Nullable String tags,
        boolean confidential,
        @Nullable Instant nextUpdateDueAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String requesterName,
        @Nullable String requesterEmail,
        @Nullable Boolean requesterVip,
        @Nullable String assigneeName,
        @Nullable String assigneeEmail,
        @Nullable Boolean assigneeVip,
        @Nullable String teamName,
        @Nullable Integer teamTier) {}
