package io.switchboard.core.store.work;

import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the tasks inside tickets. Each method works in the thread's transaction. */
public interface TaskStore {
    /** Adds a task. */
    void insert(TaskRow row);

    /** Changes a task that still has the expected version; false if it has not. */
    boolean update(TaskRow row, long expectedVersion);

    /** Removes a task that still has the expected version; false if it has not. */
    boolean delete(UUID id, long expectedVersion);

    /** Returns a task, or nothing. */
    Optional<TaskRow> find(UUID id);

    /** Returns the tasks of tickets by place, at most 1,000. */
    List<TaskRow> of(Collection<TicketId> tickets);

    /** Counts the tasks of tickets that are not done; at most 1,000 tickets are asked for. */
    int open(Collection<TicketId> tickets);

    /** Puts another title in the place of a task's, for good. */
    void rewrite(UUID id, String title);

    /** Puts the same title in the place of those of all tasks of a ticket. */
    void rewriteAll(TicketId ticket, String title);

    /** Removes all tasks of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
