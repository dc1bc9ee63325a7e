package io.switchboard.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Cuts the pieces around what was found out of the stored text. It reads a text only until it has enough, which makes it
 * many times faster than a highlighter that looks for the best pieces.
 */
final class Highlights {
    private static final char BEGIN = '\uE000';
    private static final char END = '\uE001';
    private static final int PIECES = 3;
    private static final int BEFORE = 60;
    private static final int AFTER = 90;

    private final Analyzer analyzer;
    private final Set<String> words = new HashSet<>();
    private final Set<String> fields;

    private Highlights(Analyzer analyzer, Query query, boolean notes) {
        this.analyzer = analyzer;
        fields = notes ? Set.of(IndexField.TEXT, IndexField.NOTES) : Set.of(IndexField.TEXT);
        Set<Term> terms = new HashSet<>();
        query.visit(QueryVisitor.termCollector(terms));
        terms.forEach(term -> words.add(term.text()));
    }

    private record Place(int begin, int end) {}

    /** Returns the pieces for each document, in the order of the documents. */
    static List<List<String>> of(IndexSearcher searcher, Analyzer analyzer, Query query, int[] documents, boolean notes)
            throws IOException {
        Highlights highlights = new Highlights(analyzer, query, notes);
        List<List<String>> all = new ArrayList<>();
        for (int document : documents) {
            all.add(highlights.of(searcher.storedFields().document(document, highlights.fields)));
        }
        return all;
    }

    private List<String> of(Document document) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String field : Stream.of(IndexField.TEXT, IndexField.NOTES)
                .filter(fields::contains)
                .toList()) {
            String text = document.get(field);
            if (text != null && pieces.size() < PIECES) {
                addPieces(field, text, pieces);
            }
        }
        return pieces;
    }

    private void addPieces(String field, String text, List<String> pieces) throws IOException {
        List<Place> near = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (pieces.size() < PIECES && tokens.incrementToken()) {
                if (words.contains(word.toString())) {
                    Place place = new Place(offset.startOffset(), offset.endOffset());
                    if (!near.isEmpty() && place.end() > near.get(0).begin() + AFTER) {
                        pieces.add(piece(text, near));
                        near.clear();
                    }
                    near.add(place);
                }
            }
        }
        if (!near.isEmpty() && pieces.size() < PIECES) {
            pieces.add(piece(text, near));
        }
    }

    private static String piece(String text, List<Place> places) {
        int from = atBlank(
                text, Math.max(0, places.get(0).begin() - BEFORE), places.get(0).begin());
        int last = places.get(places.size() - 1).end();
        int to = Math.max(
                last,
                text.lastIndexOf(' ', Math.min(text.length(), places.get(0).begin() + AFTER)));
        if (text.length() <= places.get(0).begin() + AFTER) {
            to = text.length();
        }
        StringBuilder piece = new StringBuilder();
        int done = from;
        for (Place place : places) {
            piece.append(text, done, place.begin())
                    .append(BEGIN)
                    .append(text, place.begin(), place.end())
                    .append(END);
            done = place.end();
        }
        return piece.append(text, done, to).toString().replaceAll("\\s+", " ").strip();
    }

    /** Moves on to the first blank, so that no word is cut; to the match itself where there is none. */
    private static int atBlank(String text, int from, int match) {
        int blank = from == 0 ? 0 : text.indexOf(' ', from);
        return blank < 0 || blank > match ? match : blank;
    }
}
