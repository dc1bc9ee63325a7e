package io.switchboard.core.store.ticket;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.TicketId;
import io.switchboard.core.access.VisibilityScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps tickets. Each method works in the thread's transaction. */
public interface TicketStore {
    /** Adds a ticket. */
    void insert(StoredTicket ticket);

    /** Locks a ticket for the rest of the transaction and returns it, or nothing if there is none. */
    Optional<StoredTicket> lock(TicketId id);

    /** Replaces a ticket that this transaction has locked. */
    void update(StoredTicket before, StoredTicket after);

    /** Returns a ticket, or nothing. */
    Optional<StoredTicket> find(TicketId id);

    /** Returns those of the tickets that exist, read together; at most 500 are asked for. */
    Map<TicketId, StoredTicket> find(Collection<TicketId> ids);

    /** Returns the id of the ticket with this number of ours, or else with this external number. */
    Optional<TicketId> byNumber(String number);

    /** Returns the id of the ticket with this name of another system. */
    Optional<TicketId> byExternal(String system, String number);

    /** Returns a page of a list, in its order. */
    List<TicketSummary> list(TicketListing listing);

    /** Returns the summaries of those of the tickets that are in scope, in any order; at most 1,000 are asked for. */
    List<TicketSummary> summaries(Collection<TicketId> ids, VisibilityScope scope);

    /** Counts the tickets of a list up to {@link TicketListing#limit()}. */
    int count(TicketListing listing);

    /** Returns tickets in the order of their ids, from the one after {@code after} on. */
    List<TicketId> walk(@Nullable TicketId after, boolean triagedOnly, int limit);

    /** Returns where histories end, in the order of the tickets' ids, from the one after {@code after} on. */
    List<HeadRow> heads(@Nullable TicketId after, int limit);

    /** Returns who may know of the tickets, for those that exist or have a tombstone; at most 1,000 are asked for. */
    List<StandingRow> standing(Collection<TicketId> ids);

    /** Returns the tickets that were merged into this one, directly or through others. */
    List<TicketId> mergedInto(TicketId survivor);

    /** Returns those of the tickets into which others were merged; at most 500 are asked for. */
    Set<TicketId> survivors(Collection<TicketId> ids);

    /** Returns the participants in copy, without those who only watch. */
    Set<PersonId> inCopy(TicketId ticket);

    /** Adds or changes a participant. */
    void addParticipant(TicketId ticket, PersonId person, String kind);

    /** Removes a participant; false if they were none. */
    boolean removeParticipant(TicketId ticket, PersonId person);

    /** Removes a ticket's row, its participants and tags, and leaves a tombstone. */
    void purge(StoredTicket ticket, Tombstone tombstone);

    /** Returns the tombstone of a purged ticket, or nothing. */
    Optional<Tombstone> tombstone(TicketId id);

    /** Returns tombstones in the order of their ids, from the one after {@code after} on. */
    List<Tombstone> tombstones(@Nullable TicketId after, int limit);
}
