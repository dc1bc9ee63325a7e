package io.switchboard.handle.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases that are looked for as whole words, whatever their case and whatever stands between them. A text is read
 * once, word by word; for each word only those phrases are looked at that have begun or begin with it.
 */
final class Phrases {
    private static final int MOST = 500;
    private static final int MOST_WORDS = 8;
    /** A longer word is none of ours. */
    private static final int LONGEST_WORD = 60;

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

    Phrases(Collection<String> phrases) {
        phrases.stream().limit(MOST).map(Phrases::words).forEach(words -> {
            if (!words.isEmpty() && words.size() <= MOST_WORDS) {
                byFirstWord
                        .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(words);
            }
        });
    }

    /** A phrase of which so many words were read. */
    private record Begun(List<String> phrase, int read) {}

    /** Returns the first phrase that the text completes. */
    Optional<String> firstIn(String text) {
        List<Begun> begun = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = wordEnd(text, at);
            if (end > at) {
                String word =
                        end - at > LONGEST_WORD ? "" : text.substring(at, end).toLowerCase(Locale.ROOT);
                begun = read(word, begun);
                List<String> complete = complete(begun);
                if (complete != null) {
                    return Optional.of(String.join(" ", complete));
                }
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private List<Begun> read(String word, List<Begun> begun) {
        List<List<String>> starts = byFirstWord.getOrDefault(word, List.of());
        if (begun.isEmpty() && starts.isEmpty()) {
            return begun;
        }
        List<Begun> next = new ArrayList<>();
        for (Begun phrase : begun) {
            if (phrase.phrase().get(phrase.read()).equals(word)) {
                next.add(new Begun(phrase.phrase(), phrase.read() + 1));
            }
        }
        starts.forEach(phrase -> next.add(new Begun(phrase, 1)));
        return next;
    }

    private static @Nullable List<String> complete(List<Begun> begun) {
        for (Begun phrase : begun) {
            if (phrase.read() == phrase.phrase().size()) {
                return phrase.phrase();
            }
        }
        return null;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && partOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < phrase.length()) {
            int end = wordEnd(phrase, at);
            if (end > at) {
                words.add(phrase.substring(at, end).toLowerCase(Locale.ROOT));
            }
            at = end + 1;
        }
        return words;
    }

    /** Surrogates and accents belong to the word beside them. */
    private static boolean partOfWord(char character) {
        return Character.isLetterOrDigit(character)
                || Character.isSurrogate(character)
                || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
