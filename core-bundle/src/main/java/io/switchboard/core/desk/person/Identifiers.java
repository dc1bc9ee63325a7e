package io.switchboard.core.desk.person;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is known in what others wrote: their name, address and telephone number, as whole words and however
 * letters are cased. In HTML some of their characters may stand as references.
 */
final class Identifiers {
    /** Stands where words of a person stood. */
    static final String ERASED = "[erased]";

    private static final int SHORTEST = 3;
    private static final Map<Integer, String> CHARACTERS = Map.of(
            (int) '@', "(?:@|&#64;)",
            (int) '+', "(?:\\+|&#43;)",
            (int) '=', "(?:=|&#61;)",
            (int) '\'', "(?:'|&#39;)",
            (int) '"', "(?:\"|&#34;|&quot;|\\\\\")",
            (int) '<', "(?:<|&lt;)",
            (int) '>', "(?:>|&gt;)",
            (int) '&', "(?:&amp;|&)",
            (int) ' ', "\\s+");

    private final List<String> words;
    private final @Nullable Pattern pattern;

    private Identifiers(List<String> words) {
        this.words = words;
        this.pattern = words.isEmpty()
                ? null
                : Pattern.compile(
                        words.stream()
                                .map(Identifiers::expression)
                                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Returns those of a person; what is too short to stand for one person alone is left out. */
    static Identifiers of(List<String> words) {
        return new Identifiers(words.stream()
                .map(String::strip)
                .filter(word -> word.length() >= SHORTEST)
                .distinct()
                .toList());
    }

    List<String> words() {
        return words;
    }

    /** Returns the text without them. */
    String mask(String text) {
        return pattern == null ? text : pattern.matcher(text).replaceAll(ERASED);
    }

    /** Returns the text without them, or null for null. */
    @Nullable
    String maskOptional(@Nullable String text) {
        return text == null ? null : mask(text);
    }

    /** Returns whether a text names the person. */
    boolean standIn(@Nullable String text) {
        return text != null && pattern != null && pattern.matcher(text).find();
    }

    private static String expression(String word) {
        return word.codePoints()
                .mapToObj(character -> Character.isWhitespace(character)
                        ? "\\s+"
                        : CHARACTERS.getOrDefault(character, Pattern.quote(Character.toString(character))))
                .collect(Collectors.joining());
    }
}
