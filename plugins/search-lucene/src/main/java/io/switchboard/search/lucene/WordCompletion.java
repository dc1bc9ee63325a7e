package io.switchboard.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Finds the words that begin with what somebody has typed so far. It looks at a bounded number of them and keeps the most
 * frequent, so that the cost of a search does not grow with the vocabulary.
 */
final class WordCompletion {
    private static final int LOOKED_AT = 1_000;
    private static final int KEPT = 24;

    private WordCompletion() {}

    private record Frequent(BytesRef word, int documents) {}

    /** Returns words of a field that begin so. */
    static List<Term> complete(IndexReader reader, String field, String beginning) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return List.of();
        }
        BytesRef prefix = new BytesRef(beginning);
        TermsEnum words = terms.iterator();
        PriorityQueue<Frequent> kept = new PriorityQueue<>(Comparator.comparingInt(Frequent::documents));
        boolean there = words.seekCeil(prefix) != TermsEnum.SeekStatus.END;
        for (int seen = 0; there && seen < LOOKED_AT && StringHelper.startsWith(words.term(), prefix); seen++) {
            kept.add(new Frequent(BytesRef.deepCopyOf(words.term()), words.docFreq()));
            if (kept.size() > KEPT) {
                kept.poll();
            }
            there = words.next() != null;
        }
        return kept.stream().map(word -> new Term(field, word.word())).toList();
    }
}
