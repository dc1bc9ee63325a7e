package io.switchboard.testkit.fake;

import io.switchboard.api.search.SearchDocuments;
import io.switchboard.api.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** What an index is fed with in a test. */
public final class InMemorySearchDocuments implements SearchDocuments {
    private static final int MOST_DOCUMENTS = 500;
    private static final int LONGEST_PAGE = 1_000;

    private final ConcurrentNavigableMap<TicketId, SearchDocument> documents = new ConcurrentSkipListMap<>();

    /** Adds a document, or exchanges the one of the same ticket. */
    public InMemorySearchDocuments put(SearchDocument document) {
        documents.put(document.ticket().id(), document);
        return this;
    }

    /** Removes a document, as a purge does. */
    public void remove(TicketId ticket) {
        documents.remove(ticket);
    }

    @Override
    public List<SearchDocument> documents(Collection<TicketId> tickets) {
        if (tickets.size() > MOST_DOCUMENTS) {
            throw new IllegalArgumentException("at most " + MOST_DOCUMENTS + " tickets at once");
        }
        return tickets.stream().map(documents::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<TicketId> walk(@Nullable TicketId after, int limit) {
        Refusals.limit(limit, LONGEST_PAGE);
        return (after == null ? documents : documents.tailMap(after, false))
                .keySet().stream().limit(limit).toList();
    }
}
