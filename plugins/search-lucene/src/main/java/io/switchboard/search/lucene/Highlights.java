package io.switchboard.search.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Cuts the pieces around what was found out of the stored text. */
final class Highlights {
    private static final String BEGIN = "\uE000";
    private static final String END = "\uE001";
    private static final String BETWEEN = "\uE002";
    private static final int PIECES = 3;
    private static final int PIECE_LENGTH = 150;
    private static final float MATCH_IN_THE_MIDDLE = 0.5f;
    private static final int LONGEST_PIECE = 1_000;

    private Highlights() {}

    /** Returns the pieces for each document, in the order of the documents. */
    static List<List<String>> of(IndexSearcher searcher, Analyzer analyzer, Query query, int[] documents, boolean notes)
            throws IOException {
        UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, analyzer)
                .withBreakIterator(() -> LengthGoalBreakIterator.createClosestToLength(
                        BreakIterator.getWordInstance(Locale.ROOT), PIECE_LENGTH, MATCH_IN_THE_MIDDLE))
                .withFormatter(new DefaultPassageFormatter(BEGIN, END, BETWEEN, false))
                .withMaxNoHighlightPassages(0)
                .build();
        String[] fields = notes ? new String[] {IndexField.TEXT, IndexField.NOTES} : new String[] {IndexField.TEXT};
        int[] pieces = new int[fields.length];
        Arrays.fill(pieces, PIECES);
        Map<String, String[]> found = highlighter.highlightFields(fields, query, documents, pieces);
        List<List<String>> highlights = new ArrayList<>();
        for (int place = 0; place < documents.length; place++) {
            highlights.add(pieces(fields, found, place));
        }
        return highlights;
    }

    private static List<String> pieces(String[] fields, Map<String, String[]> found, int place) {
        List<String> pieces = new ArrayList<>();
        for (String field : fields) {
            String[] texts = found.get(field);
            String text = texts == null ? null : texts[place];
            if (text != null) {
                pieces.addAll(Arrays.asList(text.split(BETWEEN)));
            }
        }
        return pieces.stream()
                .map(piece -> piece.replaceAll("\\s+", " ").strip())
                .filter(piece -> piece.contains(BEGIN) && piece.length() <= LONGEST_PIECE)
                .limit(PIECES)
                .toList();
    }
}
