package io.switchboard.core.store.draft;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.MessageKind;
import io.switchboard.api.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** Keeps drafts, one for each person, ticket and kind of message. Each method works in the thread's transaction. */
public interface DraftStore {
    /** Adds a draft. */
    void insert(DraftRow row);

    /** Changes a draft that still has the expected version; false if it has not. */
    boolean update(DraftRow row, long expectedVersion);

    /** Removes a draft; false if there is none. */
    boolean delete(PersonId person, TicketId ticket, MessageKind kind);

    /** Returns a draft, or nothing. */
    Optional<DraftRow> find(PersonId person, TicketId ticket, MessageKind kind);

    /** Returns the drafts of a person, the first ones by their tickets' ids. */
    List<DraftRow> of(PersonId person, int limit);

    /** Returns everybody's drafts at a ticket, at most 1,000. */
    List<DraftRow> at(TicketId ticket);

    /** Counts the drafts of a person, up to {@code limit}. */
    int count(PersonId person, int limit);

    /** Removes all drafts at a ticket. */
    void purge(TicketId ticket);
}
