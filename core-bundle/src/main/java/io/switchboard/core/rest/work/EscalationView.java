package io.switchboard.core.rest.work;

import io.switchboard.api.ticket.PersonReference;
import io.switchboard.api.ticket.Ticket.TeamReference;
import io.switchboard.core.desk.escalation.Escalation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An escalation as it is answered. */
public record EscalationView(
        String id,
        String ticket,
        String kind,
        String reason,
        String explanation,
        @Nullable TierView from,
        @Nullable TierView to,
        @Nullable PersonReference by,
        @Nullable String plugin,
        Instant at,
        String state,
        @Nullable String answer,
        @Nullable PersonReference answeredBy,
        @Nullable Instant answeredAt) {
    /** A team as a ticket shows it. */
    public record TierView(String id, String name, int tier) {
        static @Nullable TierView of(@Nullable TeamReference team) {
            return team == null ? null : new TierView(team.id().toString(), team.name(), team.tier());
        }
    }

    static EscalationView of(Escalation escalation) {
        return new EscalationView(
                escalation.id().toString(),
                escalation.ticket().toString(),
                escalation.kind().id(),
                escalation.reason(),
                escalation.explanation(),
                TierView.of(escalation.from()),
                TierView.of(escalation.to()),
                escalation.by(),
                escalation.plugin(),
                escalation.at(),
                escalation.state(),
                escalation.answer(),
                escalation.answeredBy(),
                escalation.answeredAt());
    }
}
