package io.switchboard.core.store.escalation;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ticket_escalation}.
 *
 * @param kind {@code functional}, {@code hierarchical} or {@code review}
 * @param state {@code open}, or what was answered
 * @param author who escalated, or null if no person did
 * @param rule the plugin whose rule escalated and the rule's key, with a slash between, or null if a person did
 */
public record EscalationRow(
        UUID id,
        TicketId ticketId,
        String kind,
        String reason,
        String explanation,
        @Nullable TeamId fromTeam,
        @Nullable PersonId fromAssignee,
        TeamId toTeam,
        @Nullable PersonId author,
        @Nullable String rule,
        Instant escalatedAt,
        String state,
        @Nullable String answer,
        @Nullable PersonId answeredBy,
        @Nullable Instant answeredAt) {
    /** Returns the same with an answer. */
    public EscalationRow answered(String state, @Nullable String answer, @Nullable PersonId by, Instant at) {
        return new EscalationRow(
                id,
                ticketId,
                kind,
                reason,
                explanation,
                fromTeam,
                fromAssignee,
                toTeam,
                author,
                rule,
                escalatedAt,
                state,
                answer,
                by,
                at);
    }
}
