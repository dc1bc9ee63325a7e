package io.switchboard.api.reaction;

import java.util.List;

/**
 * <b>Reaction.</b> Acts on what happened, after it was committed: tells people, feeds an index, informs another system.
 *
 * <p>Register it as an OSGi service with {@link Subscription}. Each event is delivered at least once; the events of one
 * ticket come in the order of their sequence, one call at a time; those of different tickets may come side by side. An
 * exception or a call longer than the lease has the events delivered again with growing pauses; after eight tries they
 * are parked, and the ticket's later events wait behind them until an administrator replays or skips. While the plugin
 * is away its events are kept. Only reactions that ask for the right {@code ticket.confidential}, and were granted it, get
 * the events of confidential tickets.
 */
public interface Reaction {
    /**
     * Acts on events.
     *
     * @param events at least one and at most {@link Subscription#batch()}, each ticket's in order; if the call fails for
     *     several tickets the desk tries each ticket by itself
     * @throws Exception to have them delivered again; its message is shown to administrators
     */
    void react(List<TicketEvent> events) throws Exception;
}
