package io.switchboard.core.store.link;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.api.ticket.TicketLink;
import java.util.List;

/** Keeps ties between tickets. Each method works in the thread's transaction. */
public interface LinkStore {
    /** Adds a tie; false if it is there already. */
    boolean add(TicketLink link);

    /** Removes a tie; false if it was not there. */
    boolean remove(TicketLink link);

    /** Returns the ties from and to a ticket, at most 1,000. */
    List<TicketLink> of(TicketId ticket);

    /** Removes all ties of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
