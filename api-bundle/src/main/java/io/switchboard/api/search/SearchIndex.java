package io.switchboard.api.search;

import io.switchboard.api.ticket.TicketId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * <b>Provider.</b> An index over tickets. It keeps itself up to date by a {@link io.switchboard.api.reaction.Reaction} of
 * its own and {@link SearchDocuments}; the database stays the truth, so that it can be rebuilt at any time.
 *
 * <p>Register it as an OSGi service once it can answer. Of several the one of the highest service ranking is asked, then
 * the smaller plugin id. Called on any thread, several at once; 2 s for an answer. The desk checks the visibility of every
 * hit again; the index applies the scope so that pages are full and nothing can be guessed from counts or scores.
 *
 * <p>The query language: all words must be there, in any order; case and accents do not matter; the last word may be the
 * beginning of one unless a blank follows it. {@code "two words"} stand side by side; {@code -word} must not be there.
 * {@code field:value} asks one field: {@code number}, {@code status}, {@code stage}, {@code priority}, {@code type},
 * {@code category} (with what lies below it), {@code product}, {@code channel}, {@code requester}, {@code assignee},
 * {@code team} (the last two with {@code none} for nobody), {@code tag}, {@code disposition}; a value with blanks stands
 * in quotes. What looks like a field and is none of these is looked for as words.
 */
public interface SearchIndex {
    /**
     * Finds tickets.
     *
     * @throws io.switchboard.api.error.SwitchboardException with {@code invalid-field} naming {@code q} if the words
     *     cannot be read as a query
     */
    SearchResult search(SearchQuery query);

    /** Returns how far it is, for the health and for the search page. */
    IndexState state();

    /**
     * What to find.
     *
     * @param words what a person typed: words, {@code "phrases"}, {@code -not}, {@code field:value}; at most 400
     *     characters
     * @param scope what the person may see
     * @param notes whether internal notes may be searched
     * @param limit how many hits at most, from 1 to 100
     * @param after the {@link SearchResult#next()} of the page before, or null
     */
    record SearchQuery(
            String words,
            SearchScope scope,
            boolean notes,
            int limit,
            @Nullable String after) {}

    /**
     * A page of hits.
     *
     * @param hits best first
     * @param next where the next page begins, or null at the end
     */
    record SearchResult(List<SearchHit> hits, @Nullable String next) {
        /** Keeps a copy. */
        public SearchResult {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A ticket that was found.
     *
     * @param ticket the ticket's id
     * @param highlights pieces of plain text around what was found, what was found between U+E000 and U+E001; at most 3
     */
    record SearchHit(TicketId ticket, List<String> highlights) {
        /** Keeps a copy. */
        public SearchHit {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * How far an index is.
     *
     * @param documents how many tickets it holds
     * @param rebuilding whether it is being rebuilt
     * @param progress from 0 to 1 while rebuilding, else 1
     */
    record IndexState(long documents, boolean rebuilding, double progress) {}
}
