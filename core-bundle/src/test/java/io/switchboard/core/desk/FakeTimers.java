package io.switchboard.core.desk;

import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.timing.Timers;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Timers in memory, which do not ring. */
public final class FakeTimers implements Timers {
    /** The due times by kind and subject. */
    public final Map<String, Instant> due = new TreeMap<>();

    @Override
    public void set(String kind, String subject, Instant when) {
        due.put(kind + " " + subject, when);
    }

    @Override
    public void set(String kind, TicketId ticket, Instant when) {
        set(kind, ticket.toString(), when);
    }

    @Override
    public void cancelAll(TicketId ticket) {
        due.keySet().removeIf(timer -> timer.endsWith(" " + ticket));
    }

    @Override
    public void cancel(String kind, String subject) {
        due.remove(kind + " " + subject);
    }
}
