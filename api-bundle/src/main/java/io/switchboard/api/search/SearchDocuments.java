package io.switchboard.api.search;

import io.switchboard.api.people.PersonId;
import io.switchboard.api.ticket.Message;
import io.switchboard.api.ticket.Ticket;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an index is fed with. Only plugins that serve {@link SearchIndex} and were granted {@code ticket.confidential} get
 * it as an OSGi service. It may be used from any thread.
 */
@ProviderType
public interface SearchDocuments {
    /** Returns the documents of these tickets, at most 500; one that is missing from the answer is to be removed. */
    List<SearchDocument> documents(Collection<TicketId> tickets);

    /**
     * Walks all tickets in a stable order, for a rebuild.
     *
     * @param after the last ticket of the page before, or null for the first page
     * @param limit how many at most, from 1 to 1,000
     */
    List<TicketId> walk(@Nullable TicketId after, int limit);

    /**
     * All of a ticket that can be searched.
     *
     * @param ticket the ticket
     * @param messages its thread, notes included
     * @param people everybody who sees it for their own sake: requester, submitter, assignee and participants
     */
    record SearchDocument(Ticket ticket, List<Message> messages, Set<PersonId> people) {
        /** Keeps copies. */
        public SearchDocument {
            messages = List.copyOf(messages);
            people = Set.copyOf(people);
        }
    }
}
