package io.switchboard.core.timing;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;

/**
 * Has things done at a time by the desk's clock. A timer is a row: it outlives a restart and rings on one node only. At
 * least once: whoever it rings for must bear being rung again. Setting and cancelling run inside the caller's write
 * transaction, so that a timer stands or falls with the change it belongs to.
 */
public interface Timers {
    /**
     * Sets a timer, or moves it if the kind has one for the subject already.
     *
     * @param kind the id of a {@link TimerKind}
     * @param subject what it is about, for example a ticket's id; at most 200 characters
     * @param due when it rings
     */
    void set(String kind, String subject, Instant due);

    /** Sets a timer that goes with a ticket, which is its subject. */
    void set(String kind, TicketId ticket, Instant due);

    /** Removes all timers that go with a ticket, those of plugins too. */
    void cancelAll(TicketId ticket);

    /** Removes a timer if there is one. */
    void cancel(String kind, String subject);
}
