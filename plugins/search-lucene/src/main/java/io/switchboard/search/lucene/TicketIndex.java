package io.switchboard.search.lucene;

import io.switchboard.api.search.SearchDocuments.SearchDocument;
import io.switchboard.api.search.SearchIndex.SearchHit;
import io.switchboard.api.search.SearchIndex.SearchQuery;
import io.switchboard.api.search.SearchIndex.SearchResult;
import io.switchboard.api.ticket.TicketId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/** An index of tickets on disk. May be used by any thread; changes are found after {@link #refresh()}. */
final class TicketIndex implements Closeable {
    /** Names the meaning of the fields: an index of another format is thrown away. */
    static final String FORMAT = "1";

    private static final String FORMAT_NOTE = "format";
    private static final SortField NEWEST =
            LongField.newSortField(IndexField.KEY, true, SortedNumericSelector.Type.MIN);
    private static final SortField NEWEST_REST = new SortField(IndexField.KEY_REST, SortField.Type.LONG, true);
    private static final Sort BY_TIME = new Sort(NEWEST, NEWEST_REST);
    private static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE, NEWEST, NEWEST_REST);

    private final FoldingAnalyzer analyzer = new FoldingAnalyzer();
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Map<String, String> notes;

    private TicketIndex(Directory directory, int megabytes) throws IOException {
        this.directory = directory;
        Map<String, String> noted = IndexFolder.notes(directory);
        if (!noted.isEmpty() && !FORMAT.equals(noted.get(FORMAT_NOTE))) {
            throw new IOException("the index has format " + noted.get(FORMAT_NOTE) + ", not " + FORMAT);
        }
        notes = Map.copyOf(noted);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                        .setSimilarity(new ScopeBlindSimilarity())
                        .setRAMBufferSizeMB(megabytes)
                        .setCommitOnClose(false));
        searchers = new SearcherManager(writer, new BlindSearchers());
    }

    /**
     * Opens the index in a folder, or begins one.
     *
     * @param megabytes how much memory may be filled before changes go to disk
     * @throws IOException if there is one that cannot be read, or is of another format
     */
    static TicketIndex open(Path folder, int megabytes) throws IOException {
        Directory directory = IndexFolder.open(folder);
        try {
            return new TicketIndex(directory, megabytes);
        } catch (IOException | RuntimeException unreadable) {
            directory.close();
            throw unreadable;
        }
    }

    private static final class BlindSearchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new ScopeBlindSimilarity());
            return searcher;
        }
    }

    /** Returns what was noted with the commit that it was opened with; empty if it is new. */
    Map<String, String> notes() {
        return notes;
    }

    /** Puts a ticket in, in the place of what was known of it. */
    void put(SearchDocument document) throws IOException {
        writer.updateDocument(identity(document.ticket().id()), TicketDocument.of(document));
    }

    /** Takes a ticket out. */
    void remove(TicketId ticket) throws IOException {
        writer.deleteDocuments(identity(ticket));
    }

    /** Makes changes so far visible to searches. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes changes so far durable, with notes. */
    void commit(Map<String, String> newNotes) throws IOException {
        Map<String, String> all = new HashMap<>(newNotes);
        all.put(FORMAT_NOTE, FORMAT);
        writer.setLiveCommitData(all.entrySet());
        writer.commit();
    }

    /** Returns whether it takes changes; not any more after a disk failed under it. */
    boolean usable() {
        return writer.isOpen();
    }

    /** Returns how many tickets it holds. */
    long size() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().numDocs();
        } finally {
            searchers.release(searcher);
        }
    }

    /** Searches; see {@link io.switchboard.api.search.SearchIndex#search}. */
    SearchResult search(SearchQuery asked) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search(asked, searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    private SearchResult search(SearchQuery asked, IndexSearcher searcher) throws IOException {
        QueryTranslation.Translated translated = QueryTranslation.translate(asked, analyzer, searcher.getIndexReader());
        boolean ranked = translated.ranked();
        String after = asked.after();
        FieldDoc mark = after == null ? null : PageMark.of(after, ranked).after();
        int wanted = asked.limit() + 1;
        ScoreDoc[] found = searcher.search(
                        translated.query(),
                        new TopFieldCollectorManager(ranked ? BY_SCORE : BY_TIME, wanted, mark, wanted))
                .scoreDocs;
        boolean more = found.length == wanted;
        ScoreDoc[] page = more ? Arrays.copyOf(found, asked.limit()) : found;
        List<SearchHit> hits = hits(page, translated, asked.notes(), searcher);
        return new SearchResult(
                hits, more ? mark((FieldDoc) page[page.length - 1], ranked).text() : null);
    }

    private List<SearchHit> hits(
            ScoreDoc[] page, QueryTranslation.Translated translated, boolean notesToo, IndexSearcher searcher)
            throws IOException {
        List<List<String>> highlights = List.of();
        if (translated.ranked() && page.length > 0) {
            int[] documents = Arrays.stream(page).mapToInt(hit -> hit.doc).toArray();
            highlights = Highlights.of(searcher, analyzer, translated.highlighted(), documents, notesToo);
        }
        List<SearchHit> hits = new ArrayList<>();
        for (int place = 0; place < page.length; place++) {
            PageMark mark = mark((FieldDoc) page[place], translated.ranked());
            TicketId ticket = new TicketId(new UUID(mark.key(), mark.rest()));
            hits.add(new SearchHit(ticket, highlights.isEmpty() ? List.of() : highlights.get(place)));
        }
        return hits;
    }

    private static PageMark mark(FieldDoc hit, boolean ranked) {
        int first = ranked ? 1 : 0;
        float score = ranked ? (Float) hit.fields[0] : 0;
        return new PageMark(ranked, score, (Long) hit.fields[first], (Long) hit.fields[first + 1]);
    }

    private static Term identity(TicketId ticket) {
        return new Term(IndexField.ID, ticket.toString());
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            searchers.close();
        }
    }
}
