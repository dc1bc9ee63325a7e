package io.switchboard.search.lucene;

import io.switchboard.api.plugin.PluginHealth.Grade;
import io.switchboard.api.plugin.PluginHealth.State;
import io.switchboard.api.search.SearchDocuments;
import io.switchboard.api.search.SearchIndex.IndexState;
import io.switchboard.api.search.SearchIndex.SearchQuery;
import io.switchboard.api.search.SearchIndex.SearchResult;
import io.switchboard.api.ticket.TicketId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An index that looks after itself: a thread of its own walks what is missing, lets changes be found, commits, and begins
 * anew when the index broke. Searches and changes come on other threads.
 */
final class LiveIndex {
    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);
    private static final long REFRESH_MILLIS = 200;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    private final Path folder;
    private final SearchDocuments documents;
    private final int megabytes;
    private final Duration betweenCommits;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread keeper = new Thread(this::keep, "search-index");
    private volatile Open open;
    private volatile Mending mending = Mending.NONE;
    private volatile @Nullable String trouble;
    private long commitAt = System.nanoTime();

    /** What the keeper has to do before the index is of use again. */
    private enum Mending {
        NONE,
        /** Open it again: a file was closed, as happens when a thread is interrupted while it reads. */
        REOPEN,
        /** Begin anew: its files are damaged. */
        REBUILD
    }

    private record Open(TicketIndex index, IndexFeed feed) {
        void close() throws IOException {
            feed.close();
            index.close();
        }
    }

    LiveIndex(Path folder, SearchDocuments documents, int megabytes, int commitSeconds) throws IOException {
        this.folder = folder;
        this.documents = documents;
        this.megabytes = Math.max(4, megabytes);
        this.betweenCommits = Duration.ofSeconds(Math.max(1, commitSeconds));
        this.open = openOrBegin();
        keeper.setDaemon(true);
        keeper.start();
    }

    private Open openOrBegin() throws IOException {
        Path files = folder.resolve("index");
        try {
            return openThere(files);
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The search index in {} cannot be used and is rebuilt", files, unreadable);
            IndexFolder.clear(files);
            return openThere(files);
        }
    }

    private Open openThere(Path files) throws IOException {
        TicketIndex index = TicketIndex.open(files, megabytes);
        try {
            return new Open(index, new IndexFeed(documents, index, folder.resolve("journal")));
        } catch (IOException | RuntimeException failure) {
            index.close();
            throw failure;
        }
    }

    SearchResult search(SearchQuery query) throws IOException {
        try {
            return open.index().search(query);
        } catch (CorruptIndexException | FileNotFoundException | NoSuchFileException damaged) {
            mending = Mending.REBUILD;
            throw damaged;
        } catch (IOException failure) {
            mending = Mending.REOPEN;
            throw failure;
        } catch (AlreadyClosedException closed) {
            mending = Mending.REOPEN;
            throw new IOException("the index was closed under the search", closed);
        }
    }

    void changed(Collection<TicketId> tickets) throws IOException {
        try {
            open.feed().changed(tickets);
        } catch (IOException failure) {
            mending = Mending.REOPEN;
            throw failure;
        } catch (AlreadyClosedException closed) {
            mending = Mending.REOPEN;
            throw new IOException("the index is being mended; the events come again", closed);
        }
    }

    IndexState state() {
        Open now = open;
        return new IndexState(size(now), !now.feed().complete(), progress(now.feed()));
    }

    private static long size(Open now) {
        try {
            return now.index().size();
        } catch (IOException | AlreadyClosedException broken) {
            return 0;
        }
    }

    /** Ticket ids grow with time: how far a walk is in time is how far it is, roughly. */
    private double progress(IndexFeed feed) {
        if (feed.complete()) {
            return 1;
        }
        TicketId walked = feed.walked();
        TicketId first = walked == null
                ? null
                : documents.walk(null, 1).stream().findFirst().orElse(null);
        if (walked == null || first == null) {
            return 0;
        }
        double begin = millis(first);
        double share = (millis(walked) - begin) / Math.max(1, System.currentTimeMillis() - begin);
        return Math.max(0, Math.min(share, 1));
    }

    private static long millis(TicketId ticket) {
        return ticket.value().getMostSignificantBits() >>> 16;
    }

    State health() {
        String message = trouble;
        if (message != null) {
            return new State(Grade.RED, message);
        }
        return open.feed().complete() ? State.WELL : new State(Grade.YELLOW, "The search index is being rebuilt.");
    }

    /** The keeper's life. It is asked to stop and never interrupted: that would close the files under Lucene. */
    private void keep() {
        try {
            boolean well = true;
            while (!stopped.await(well ? REFRESH_MILLIS : PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                well = keepOnce();
            }
        } catch (InterruptedException notByUs) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean keepOnce() {
        try {
            mend();
            walk();
            open.index().refresh();
            commitInTime();
            trouble = null;
            return true;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The search index cannot be kept up to date; trying again", failure);
            trouble = "The search index cannot be kept up to date: " + failure.getMessage();
            return false;
        }
    }

    private void mend() throws IOException {
        Mending needed = mending;
        if (needed != Mending.NONE || !open.index().usable()) {
            open.close();
            if (needed == Mending.REBUILD) {
                IndexFolder.clear(folder.resolve("index"));
            }
            open = openOrBegin();
            mending = Mending.NONE;
        }
    }

    private void walk() throws IOException {
        while (stopped.getCount() > 0 && open.feed().walk()) {
            open.index().refresh();
            commitInTime();
        }
    }

    private void commitInTime() throws IOException {
        if (System.nanoTime() - commitAt >= 0) {
            open.feed().commit();
            commitAt = System.nanoTime() + betweenCommits.toNanos();
        }
    }

    /** Ends the keeper, commits and closes. */
    void close() {
        stopped.countDown();
        try {
            keeper.join();
            open.feed().commit();
            open.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | AlreadyClosedException failure) {
            LOG.warn(
                    "The search index was not closed in order; what is missing is read again at the next start",
                    failure);
        }
    }
}
