package io.switchboard.api.escalation;

import io.switchboard.api.people.TeamId;
import io.switchboard.api.ticket.TicketId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Escalation by a plugin. Get it as an OSGi service; what is done through it stands in the history in the name of the calling
 * plugin, and in the ticket's list of escalations without a person. Each call is one transaction, and may be made from any thread
 * but not from inside an Advisor or a Guard. A plugin sees the tickets that it sees through {@link io.switchboard.api.desk.Desk}.
 */
@ProviderType
public interface Escalations {
    /**
     * Gives a ticket to a team that knows more; nobody of it has the ticket yet. The status stays.
     *
     * @param explanation why, one line of at most 2,000 characters
     * @return false if the team has the ticket already; then nothing is done
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} that names {@code team} if there is no
     *     such team, {@code not-found}, or {@code ticket-not-changeable}
     */
    boolean escalate(TicketId ticket, TeamId to, EscalationRule.Reason reason, String explanation);

    /**
     * Answers the latest escalation to a team that was made by no person and is still open: the ticket goes back to the team
     * and the agent who had it, if the team still has it.
     *
     * @param explanation what is said to it, one line of at most 2,000 characters
     * @return false if there is no such escalation; then nothing is done
     * @throws io.switchboard.api.error.SwitchboardException with {@code policy-refused} if the team that had it is gone, {@code
     *     not-found}, or {@code ticket-not-changeable}
     */
    boolean sendBack(TicketId ticket, TeamId from, String explanation);
}
