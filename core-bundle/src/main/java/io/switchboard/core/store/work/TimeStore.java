package io.switchboard.core.store.work;

import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the working time on tickets. Each method works in the thread's transaction. */
public interface TimeStore {
    /** Adds an entry. */
    void insert(TimeRow row);

    /** Changes an entry that still has the expected version; false if it has not. */
    boolean update(TimeRow row, long expectedVersion);

    /** Removes an entry that still has the expected version; false if it has not. */
    boolean delete(UUID id, long expectedVersion);

    /** Returns an entry, or nothing. */
    Optional<TimeRow> find(UUID id);

    /** Returns the entries of tickets in the order in which they were made, at most 2,000. */
    List<TimeRow> of(Collection<TicketId> tickets);

    /** Returns all minutes of tickets; at most 1,000 tickets are asked for. */
    long minutes(Collection<TicketId> tickets);

    /** Puts another note in the place of an entry's, for good. */
    void rewrite(UUID id, @Nullable String note);

    /** Takes the notes of all entries of a ticket away, for good. */
    void forgetNotes(TicketId ticket);

    /** Removes all entries of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
