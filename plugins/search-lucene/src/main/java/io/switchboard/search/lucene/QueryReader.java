package io.switchboard.search.lucene;

import io.switchboard.api.error.SwitchboardException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the query language of {@link io.switchboard.api.search.SearchIndex} in one pass, without backtracking. */
final class QueryReader {
    private static final int LONGEST = 400;

    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private int place;

    private QueryReader(String text) {
        this.text = text;
    }

    /**
     * Reads what a person typed.
     *
     * @throws SwitchboardException with {@code invalid-field} naming {@code q} if it is blank or too long
     */
    static List<Clause> read(String typed) {
        if (typed.isBlank()) {
            throw SwitchboardException.field("q", "must hold at least one word to look for");
        }
        if (typed.length() > LONGEST) {
            throw SwitchboardException.field("q", "must have at most " + LONGEST + " characters");
        }
        return new QueryReader(FoldingAnalyzer.composed(typed)).clauses();
    }

    private List<Clause> clauses() {
        while (skipBlanks()) {
            clause();
        }
        return clauses;
    }

    private boolean skipBlanks() {
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place < text.length();
    }

    private void clause() {
        boolean not = text.charAt(place) == '-';
        if (not) {
            place++;
        }
        Optional<SearchField> field = field();
        boolean quoted = place < text.length() && text.charAt(place) == '"';
        String value = quoted ? phrase() : word();
        if (value.isBlank()) {
            return;
        }
        if (field.isPresent()) {
            clauses.add(new Clause.Value(field.get(), value, not));
        } else {
            boolean begun = !quoted && !not && place == text.length();
            clauses.add(new Clause.Words(value, not, begun));
        }
    }

    /** Steps over {@code name:} if it names a field and a value follows. */
    private Optional<SearchField> field() {
        int end = place;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean valueFollows =
                end + 1 < text.length() && text.charAt(end) == ':' && !Character.isWhitespace(text.charAt(end + 1));
        Optional<SearchField> field = valueFollows ? SearchField.named(text.substring(place, end)) : Optional.empty();
        if (field.isPresent()) {
            place = end + 1;
        }
        return field;
    }

    /** A quote that is never closed reaches to the end. */
    private String phrase() {
        int close = text.indexOf('"', place + 1);
        int end = close < 0 ? text.length() : close;
        String phrase = text.substring(place + 1, end);
        place = Math.min(end + 1, text.length());
        return phrase;
    }

    private String word() {
        int begin = place;
        while (place < text.length() && !Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return text.substring(begin, place);
    }
}
