package io.switchboard.core.store.presence;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Keeps for a short time who has which ticket open. Each method works in the thread's transaction. */
public interface PresenceStore {
    /** Takes note of somebody at a ticket, in the place of what was known of them there. */
    void put(PresenceRow row);

    /** Returns who was seen at a ticket after a time, at most 200. */
    List<PresenceRow> at(TicketId ticket, Instant after);

    /** Returns who was seen anywhere after a time, at most 5,000. */
    List<PresenceRow> since(Instant after);

    /** Forgets whoever was seen last before a time. */
    void forget(Instant before);

    /** Removes all of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
