package io.switchboard.core.desk.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows whether a text is all thanks: words of thanks, words that may stand beside them, greeting, closing and names. */
final class Gratitude {
    private static final int LONGEST = 200;
    private static final int MOST_AFTER_CLOSING = 10;
    private static final int CLOSING_WITH_MORE = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:'[\\p{L}\\p{M}]+)*|\\p{So}");
    private static final Pattern ADDRESSED =
            Pattern.compile("(?: +\\p{Lu}[\\p{L}.-]*){0,3}\\h*(?:[,!.;:、。，！–-]|\\n|$)");
    private static final Pattern POSTSCRIPT = Pattern.compile("p\\.?\\s?s\\b.*|n\\.?b\\.?\\b.*");

    private Gratitude() {}

    /**
     * Returns whether there is nothing in a text but thanks.
     *
     * @param names of people; their words may stand there
     */
    static boolean isAllOf(String own, Collection<String> names) {
        String text = withoutClosing(withoutGreeting(own));
        if (text.length() > LONGEST || text.indexOf('?') >= 0 || text.indexOf('？') >= 0) {
            return false;
        }
        Set<String> thanks = Phrases.of("thanks");
        Set<String> known = new HashSet<>(Phrases.of("beside"));
        names.forEach(name -> known.addAll(words(Phrases.plain(name))));
        String plain = Phrases.plain(text);
        boolean grateful = false;
        for (String phrase : thanks) {
            if (phrase.indexOf(' ') > 0 && plain.contains(phrase)) {
                grateful = true;
                plain = plain.replace(phrase, " ");
            }
        }
        for (String part : parts(plain, thanks, known)) {
            grateful |= thanks.contains(part);
            if (!thanks.contains(part) && !known.contains(part)) {
                return false;
            }
        }
        return grateful;
    }

    private static List<String> parts(String plain, Set<String> thanks, Set<String> known) {
        List<String> parts = new ArrayList<>();
        for (String word : words(plain)) {
            if (hasSpaces(word)) {
                parts.add(word);
            } else {
                split(word, thanks, known, parts);
            }
        }
        return parts;
    }

    private static boolean hasSpaces(String word) {
        Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
        return script != Character.UnicodeScript.HAN
                && script != Character.UnicodeScript.HIRAGANA
                && script != Character.UnicodeScript.KATAKANA;
    }

    /** Takes apart what is written without spaces, by the longest words that are known; the rest is one part. */
    private static void split(String word, Set<String> thanks, Set<String> known, List<String> parts) {
        String rest = word;
        while (!rest.isEmpty()) {
            String begin = longest(rest, thanks).orElse("");
            if (begin.isEmpty()) {
                begin = longest(rest, known).orElse(rest);
            }
            parts.add(begin);
            rest = rest.substring(begin.length());
        }
    }

    private static Optional<String> longest(String text, Set<String> phrases) {
        return phrases.stream()
                .filter(text::startsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static List<String> words(String plain) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Accents do not change the length of a composed text, so what is found in the plain one stands there in both. */
    private static String withoutGreeting(String own) {
        String plain = Phrases.plain(own);
        for (String greeting : Phrases.of("greeting")) {
            if (plain.length() == own.length() && plain.startsWith(greeting)) {
                Matcher addressed = ADDRESSED.matcher(own).region(greeting.length(), own.length());
                if (addressed.lookingAt()) {
                    return own.substring(addressed.end()).strip();
                }
            }
        }
        return own;
    }

    private static String withoutClosing(String own) {
        List<String> lines = own.lines().toList();
        for (int at = 1; at < lines.size(); at++) {
            List<String> after = lines.subList(at + 1, lines.size());
            boolean more = after.size() > MOST_AFTER_CLOSING
                    || after.stream()
                            .anyMatch(line -> POSTSCRIPT
                                    .matcher(Phrases.plain(line).strip())
                                    .matches());
            if (!more && isClosing(lines.get(at))) {
                return String.join("\n", lines.subList(0, at));
            }
        }
        return own;
    }

    private static boolean isClosing(String line) {
        String words = words(Phrases.plain(line)).stream()
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .collect(Collectors.joining(" "));
        return Phrases.of("closing").stream()
                .anyMatch(closing -> words.equals(closing)
                        || words.startsWith(closing + " ")
                                && closing.indexOf(' ') > 0
                                && words.length() < closing.length() + CLOSING_WITH_MORE);
    }
}
