package io.switchboard.core.store.timer;

import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Keeps timers. Every method joins the transaction of its thread. */
public interface TimerStore {
    /** Puts a timer in the place of one of the same kind and subject. */
    void put(TimerRow timer);

    /** Removes a timer if there is one. */
    void remove(String kind, String subject);

    /** Removes a timer that was rung, unless it was set anew meanwhile. */
    void rung(TimerRow timer);

    /** Has a timer ring later, unless it was set anew meanwhile. */
    void postpone(TimerRow timer);

    /** Has all postponed timers of a kind ring when they are due. */
    void recall(String kind);

    /** Removes the timers that go with a ticket. */
    void removeOf(TicketId ticket);

    /** Returns timers that are to ring by a moment, the earliest first. */
    List<TimerRow> due(Instant now, int limit);
}
