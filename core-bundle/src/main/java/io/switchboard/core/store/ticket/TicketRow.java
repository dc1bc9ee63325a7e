package io.switchboard.core.store.ticket;

import io.switchboard.api.lifecycle.NextMove;
import io.switchboard.api.lifecycle.Stage;
import io.switchboard.api.lifecycle.Status;
import io.switchboard.api.people.OrganizationId;
import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.ClosureReason;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.Level;
import io.switchboard.api.ticket.MessageId;
import io.switchboard.api.ticket.Priority;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketType;
import io.switchboard.api.ticket.TriageState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code ticket}; lists and maps stand in it as JSON, or as null where they are empty. */
public record TicketRow(
        TicketId id,
        String number,
        long version,
        String subject,
        MessageId openingMessage,
        PersonId requester,
        PersonId submitter,
        @Nullable OrganizationId organization,
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
        Bucket bucket,
        @Nullable Instant postponedUntil,
        Instant statusSince,
        int reopenings,
        @Nullable PersonId assignee,
        @Nullable TeamId team,
        TeamId queue,
        @Nullable String errorMessages,
        @Nullable String affectedSystems,
        @Nullable String userImpact,
        @Nullable String resolution,
        @Nullable ClosureReason closure,
        @Nullable String deadlines,
        Instant dueAt,
        @Nullable Instant expectedResolutionAt,
        @Nullable Instant nextUpdateDueAt,
        @Nullable String tags,
        @Nullable String fields,
        boolean confidential,
        boolean imported,
        @Nullable String externalSystem,
        @Nullable String externalNumber,
        @Nullable TicketId mergedInto,
        long lastSequence,
        String lastHash,
        Instant createdAt,
        Instant updatedAt) {}
