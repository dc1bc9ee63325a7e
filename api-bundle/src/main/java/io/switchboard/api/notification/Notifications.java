package io.switchboard.api.notification;

import io.switchboard.api.reaction.TicketEvent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells people what happened to their tickets, by the ways that each of them chose: inside the desk, and by the courier that
 * reaches them. Get it as an OSGi service; it may be used from any thread but not from inside an Advisor or a Guard, and throws
 * as {@link io.switchboard.api.desk.Desk} does.
 */
@ProviderType
public interface Notifications {
    /**
     * Tells those for whom the occasion is, in their language and not in their quiet hours. Whoever did it themselves is not
     * told; neither is anybody who may not see the ticket, or of a ticket that is spam, in the trash, merged, or not triaged.
     * It may be called again with the same event: each person is told of an event once.
     *
     * @param event what happened; its ticket, its message and its actor count
     * @param occasion why people are told
     * @return how many people are told now; 0 if the ticket is gone
     */
    int tell(TicketEvent event, Occasion occasion);
}
