package io.switchboard.api.desk;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The ties between tickets. Get it as an OSGi service; it may be used from any thread, but not inside an Advisor or a Guard. */
@ProviderType
public interface TicketLinks {
    /**
     * Returns the ties of a ticket, in both directions, to tickets that the plugin sees through {@link Desk}.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code not-found} if the plugin does not see the ticket
     */
    List<TicketLink> of(TicketId ticket);
}
