package io.switchboard.core.desk.escalation;

import io.switchboard.api.escalation.EscalationRule;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as it is read.
 *
 * @param ticket the ticket that was escalated: the one that is read, or one merged into that
 * @param from the team that had it, or null if none had, or it is gone
 * @param to the team to which it went, or null if that is gone
 * @param by who escalated, or null if no person did
 * @param plugin the plugin whose rule escalated, or null if a person did
 * @param state {@code open}, {@code accepted} or {@code sent_back}
 * @param answer what was said to it, or null
 */
public record Escalation(
        UUID id,
        TicketId ticket,
        EscalationKind kind,
        String reason,
        String explanation,
        @Nullable TeamReference from,
        @Nullable TeamReference to,
        @Nullable PersonReference by,
        @Nullable String plugin,
        Instant at,
        String state,
        @Nullable String answer,
        @Nullable PersonReference answeredBy,
        @Nullable Instant answeredAt) {
    /**
     * What is wanted.
     *
     * @param explanation why, in words
     * @param team to which team, or null: of a hierarchical one the nearest that tickets go up to
     * @param tier to which tier if no team is named, or null
     * @param rule the plugin whose rule wants it and the rule's key, with a slash between, or null if a person wants it
     */
    public record Wish(
            EscalationKind kind,
            EscalationRule.Reason reason,
            @Nullable String explanation,
            @Nullable TeamId team,
            @Nullable Integer tier,
            @Nullable String rule) {}
}
