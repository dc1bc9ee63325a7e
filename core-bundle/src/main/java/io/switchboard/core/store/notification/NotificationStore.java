package io.switchboard.core.store.notification;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps notifications. Each method works in the thread's transaction. */
public interface NotificationStore {
    /** Adds a notification. */
    void insert(NotificationRow row);

    /** Returns whether a person was told of something of a ticket that happened at a time, and it is still kept. */
    boolean has(PersonId person, TicketId ticket, String kind, Instant madeAt);

    /**
     * Returns a person's notifications, the latest first.
     *
     * @param unread whether only those are wanted that are not read
     * @param before the last one of the page before, or null
     */
    List<NotificationRow> of(PersonId person, boolean unread, @Nullable UUID before, int limit);

    /** Returns the id of the latest one of all. */
    Optional<UUID> latest();

    /** Returns those of all people whose ids come after one, in that order. */
    List<NotificationRow> after(UUID id, int limit);

    /** Says that a person read these; returns how many of theirs were not read before. At most 200 are given. */
    int read(PersonId person, Collection<UUID> ids, Instant at);

    /** Says that a person read all of theirs. */
    int readAll(PersonId person, Instant at);

    /** Removes those of a person that are beyond the latest ones. */
    void keepLatest(PersonId person, int number);

    /** Removes all of a ticket, as a purge does. */
    void purge(TicketId ticket);
}
