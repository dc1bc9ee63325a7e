package io.switchboard.core.store.retention;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Disposition;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what was kept long enough, the oldest first. Each method works in the thread's transaction. */
public interface RetentionStore {
    /**
     * Returns tickets at their end to which nothing happened since a time, without those that are tied to an open one.
     *
     * @param worded whether those that were emptied since are left out
     * @param after the last one of the page before, or null
     */
    List<OldTicket> ended(Instant before, boolean worded, @Nullable OldTicket after, int limit);

    /** Returns tickets that were put aside and to which nothing happened since a time. */
    List<OldTicket> aside(Disposition disposition, Instant before, @Nullable OldTicket after, int limit);

    /** Takes note that a ticket was emptied. */
    void emptied(TicketId ticket, Instant at);

    /** Returns persons in the order of their ids, from the one after {@code after} on. */
    List<PersonId> persons(@Nullable PersonId after, int limit);

    /**
     * Returns those of the persons who have no ticket, no role and no account that was used, and of whom nothing changed
     * since a time; at most 500 are asked for.
     */
    List<PersonId> unused(Collection<PersonId> persons, Instant before);

    /** Counts messages that left the desk, or never will, and were written before a time, as far as the limit. */
    int countSent(Instant before, int limit);

    /** Removes such messages, so many at most, and returns how many went. */
    int removeSent(Instant before, int limit);
}
