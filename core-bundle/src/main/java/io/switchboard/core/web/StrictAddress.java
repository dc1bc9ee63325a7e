package io.switchboard.core.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request addresses are taken. An address that two programs could read in two ways is none: no path
 * parameters, encoded separators or dots, empty or dot segments, backslashes or control characters.
 */
final class StrictAddress {
    private static final Set<String> REFUSED_ESCAPES = Set.of("2f", "5c", "2e", "3b", "7f");
    private static final int LONGEST_QUERY = 8 * 1024;

    private StrictAddress() {}

    /** Returns what is wrong with the raw path and query of a request, as a sentence, or null if nothing is. */
    static @Nullable String faultOf(@Nullable String path, @Nullable String query) {
        if (path == null || path.isEmpty() || path.charAt(0) != '/') {
            return "The path must begin with a slash";
        }
        String fault = faultOfPath(path);
        return fault == null && query != null ? faultOfQuery(query) : fault;
    }

    private static @Nullable String faultOfPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ';' || c == '\\' || isControl(c)) {
                return "The path has a character that is not taken there";
            }
            if (c == '%' && refusesEscape(path, i)) {
                return "The path has an escape that is not taken there";
            }
            if (c == '/' && startsBadSegment(path, i + 1)) {
                return "The path has an empty or a dot segment";
            }
        }
        return null;
    }

    private static boolean startsBadSegment(String path, int start) {
        if (start >= path.length()) {
            return false;
        }
        int end = path.indexOf('/', start);
        int stop = end < 0 ? path.length() : end;
        int length = stop - start;
        return length == 0
                || length == 1 && path.charAt(start) == '.'
                || length == 2 && path.charAt(start) == '.' && path.charAt(start + 1) == '.';
    }

    private static boolean refusesEscape(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return true;
        }
        String escape = path.substring(percent + 1, percent + 3).toLowerCase(Locale.ROOT);
        return escape.charAt(0) < '2' || REFUSED_ESCAPES.contains(escape);
    }

    private static @Nullable String faultOfQuery(String query) {
        if (query.length() > LONGEST_QUERY) {
            return "The query is longer than " + LONGEST_QUERY + " characters";
        }
        for (int i = 0; i < query.length(); i++) {
            if (isControl(query.charAt(i))) {
                return "The query has a control character";
            }
        }
        return query.contains("%00") ? "The query has a NUL character" : null;
    }

    private static boolean isControl(char c) {
        return c < 0x20 || c == 0x7f;
    }
}
