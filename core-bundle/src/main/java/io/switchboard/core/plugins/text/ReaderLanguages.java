package io.switchboard.core.plugins.text;

import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/**
 * The languages that somebody reads.
 *
 * @param ranges in small letters such as {@code de-at}, best first; nobody says that they read none
 */
public record ReaderLanguages(List<String> ranges) {
    /** Those of somebody who did not say. */
    public static final ReaderLanguages UNKNOWN = new ReaderLanguages(List.of());

    private static final int LONGEST = 1_000;
    private static final int MOST = 10;

    /** Keeps a copy. */
    public ReaderLanguages {
        ranges = List.copyOf(ranges);
    }

    /** Reads the header {@code Accept-Language}; one that says nothing intelligible says nothing. */
    public static ReaderLanguages of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return UNKNOWN;
        }
        try {
            return new ReaderLanguages(LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(LanguageRange::getRange)
                    .limit(MOST)
                    .toList());
        } catch (IllegalArgumentException unintelligible) {
            return UNKNOWN;
        }
    }
}
