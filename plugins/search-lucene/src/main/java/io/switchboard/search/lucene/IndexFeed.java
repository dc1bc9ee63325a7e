package io.switchboard.search.lucene;

import io.switchboard.api.search.SearchDocuments;
import io.switchboard.api.search.SearchDocuments.SearchDocument;
import io.switchboard.api.ticket.TicketId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an index equal to the desk: takes over what changed, and walks all tickets where the index is new. Reading a
 * ticket and writing it to the index is one step under one lock, so that an older reading never overwrites a newer one.
 * A walk is noted with each commit and goes on after a restart where it was.
 */
final class IndexFeed implements Closeable {
    private static final int PAGE = 500;
    private static final String WALKED = "walked";
    private static final String ALL = "all";

    private final SearchDocuments documents;
    private final TicketIndex index;
    private final Journal journal;
    private volatile @Nullable TicketId walked;
    private volatile boolean complete;
    private boolean changed;

    /** Begins with an index and the file of its journal; reads again what the journal names. */
    IndexFeed(SearchDocuments documents, TicketIndex index, Path journalFile) throws IOException {
        this.documents = documents;
        this.index = index;
        journal = new Journal(journalFile);
        String noted = index.notes().getOrDefault(WALKED, "");
        complete = noted.equals(ALL);
        walked = complete || noted.isEmpty() ? null : TicketId.of(noted);
        replay();
    }

    private synchronized void replay() throws IOException {
        List<TicketId> pending = List.copyOf(journal.tickets());
        for (int begin = 0; begin < pending.size(); begin += PAGE) {
            take(pending.subList(begin, Math.min(begin + PAGE, pending.size())));
        }
        commit();
    }

    /** Takes over the present state of tickets that changed; when it returns they are not lost any more. */
    synchronized void changed(Collection<TicketId> tickets) throws IOException {
        List<TicketId> distinct = List.copyOf(new HashSet<>(tickets));
        for (int begin = 0; begin < distinct.size(); begin += PAGE) {
            take(distinct.subList(begin, Math.min(begin + PAGE, distinct.size())));
        }
        journal.add(distinct);
    }

    /**
     * Walks on by one page.
     *
     * @return whether there is more to walk
     */
    synchronized boolean walk() throws IOException {
        if (complete) {
            return false;
        }
        List<TicketId> page = documents.walk(walked, PAGE);
        take(page);
        if (page.size() < PAGE) {
            index.refresh();
            complete = true;
            changed = true;
            commit();
        } else {
            walked = page.get(page.size() - 1);
        }
        return !complete;
    }

    private void take(List<TicketId> tickets) throws IOException {
        if (tickets.isEmpty()) {
            return;
        }
        Set<TicketId> gone = new HashSet<>(tickets);
        List<SearchDocument> found = new ArrayList<>(documents.documents(tickets));
        for (SearchDocument document : found) {
            if (TicketDocument.belongs(document)) {
                index.put(document);
                gone.remove(document.ticket().id());
            }
        }
        for (TicketId ticket : gone) {
            index.remove(ticket);
        }
        changed = true;
    }

    /** Makes all so far durable in the index itself, if anything changed. */
    synchronized void commit() throws IOException {
        if (changed) {
            index.commit(Map.of(WALKED, walkNote()));
            journal.clear();
            changed = false;
        }
    }

    private String walkNote() {
        TicketId last = walked;
        if (complete) {
            return ALL;
        }
        return last == null ? "" : last.toString();
    }

    /** Returns whether all tickets have been walked. */
    boolean complete() {
        return complete;
    }

    /** Returns the last ticket walked, or null before the first page and when all are. */
    @Nullable
    TicketId walked() {
        return walked;
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
