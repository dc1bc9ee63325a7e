package io.switchboard.api.escalation;

import io.switchboard.api.people.TeamId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * <b>Advisor.</b> Says when a ticket must be escalated.
 *
 * <p>Register it as an OSGi service. It is asked about each open ticket within about a minute after a change of it, when
 * {@link Escalation#askAgainAt()} has come, and about all of them when a rule comes, as after a change of its settings; 250 ms
 * for the answer, and without one it is asked again after some minutes. It must not change anything. Of several rules each
 * one is followed.
 */
public interface EscalationRule {
    /** Judges a ticket; nothing if it is never to be escalated as it stands. */
    Optional<Escalation> judge(EscalationQuestion question);

    /**
     * An escalation, now or later.
     *
     * @param key names it within the plugin and the ticket, one line of at most 100 characters: the same key never escalates
     *     twice
     * @param way which way the ticket goes up
     * @param reason which of the four reasons
     * @param explanation why, in one line of at most 300 characters for a person
     * @param to the team to which it goes; null is the nearest above the ticket's team that tickets go up to, or else the
     *     first such team of the desk by name
     * @param due whether it is due now
     * @param askAgainAt when to ask again, as for the next step of a chain; later than the question's {@code now}, or null
     */
    record Escalation(
            String key,
            Way way,
            Reason reason,
            String explanation,
            @Nullable TeamId to,
            boolean due,
            @Nullable Instant askAgainAt) {}

    /** Which way a ticket goes up. */
    enum Way {
        /** The team gets the ticket, which nobody there has yet. */
        FUNCTIONAL,
        /** The ticket stays where it is; the members of the team begin to watch it, and are told. */
        HIERARCHICAL
    }

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
