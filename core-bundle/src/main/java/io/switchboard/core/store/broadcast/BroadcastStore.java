package io.switchboard.core.store.broadcast;

import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps broadcasts and whom they reach. Each method works in the thread's transaction. */
public interface BroadcastStore {
    /** Adds a broadcast to all reports that the incident has now, and returns how many those are. */
    int insert(BroadcastRow row);

    /** Returns a broadcast, or nothing. */
    Optional<BroadcastRow> find(UUID id);

    /** Returns the broadcasts of an incident, the latest first, at most 200. */
    List<BroadcastRow> of(TicketId incident);

    /** Returns reports that were not reached yet, in the order of their ids, from the one after {@code after} on. */
    List<TicketId> pending(UUID broadcast, @Nullable TicketId after, int limit);

    /** Says what came of a report that was not reached yet; false if something was said already. */
    boolean settle(ReportRow row);

    /** Returns all reports of broadcasts, at most 1,000 of each. */
    List<ReportRow> reports(Collection<UUID> broadcasts);

    /** Removes the broadcasts of an incident, and the ticket from those of others, as a purge does. */
    void purge(TicketId ticket);
}
