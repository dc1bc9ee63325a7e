package io.switchboard.api.escalation;

import io.switchboard.api.people.Customer;
import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Advisor.</b> Says when a ticket must be escalated.
 *
 * <p>Register it as an OSGi service. Asked after changes of a ticket and when {@link Escalation#askAgainAt()} has come;
 * 250 ms for the answer. It must not change anything. Each key escalates a ticket once.
 */
public interface EscalationRule {
    /** Judges a ticket. */
    Optional<Escalation> judge(Ticket ticket, Customer requester, Instant now);

    /**
     * An escalation, now or later.
     *
     * @param key names it within the ticket: the same key never escalates twice
     * @param reason which of the four reasons
     * @param explanation why, in one sentence for a person
     * @param to the team that is to have it, or null for the team's escalation team
     * @param due whether it is due now
     * @param askAgainAt when to ask again if it is not, or null
     */
    record Escalation(
            String key,
            Reason reason,
            String explanation,
            @Nullable TeamId to,
            boolean due,
            @Nullable Instant askAgainAt) {}

    /** Why tickets are escalated. */
    enum Reason {
        /** It needs knowledge that the team has not. */
        TECHNICAL_COMPLEXITY,
        /** It needs a decision that the team may not make. */
        AUTHORITY,
        /** A deadline is at risk or has passed. */
        SERVICE_LEVEL,
        /** The customer is a special one. */
        SPECIAL_CUSTOMER
    }
}
