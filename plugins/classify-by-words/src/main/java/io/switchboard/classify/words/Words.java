package io.switchboard.classify.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The words of a text, whatever their case and accents. Of a long text the beginning is read. */
final class Words {
    private static final int READ = 20_000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BETWEEN_NAMED = Pattern.compile("[^\\p{L}\\p{N}*]+");
    private static final char REST = '*';

    private final NavigableSet<String> words;

    private Words(NavigableSet<String> words) {
        this.words = words;
    }

    static Words of(String... texts) {
        NavigableSet<String> words = new TreeSet<>();
        for (String text : texts) {
            words.addAll(split(text.substring(0, Math.min(text.length(), READ)), BETWEEN));
        }
        return new Words(words);
    }

    /** Returns the words of a rule, of which one may end with an asterisk. */
    static List<String> named(String text) {
        return split(text, BETWEEN_NAMED).stream()
                .filter(word -> word.indexOf(REST) != 0)
                .toList();
    }

    private static List<String> split(String text, Pattern between) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return Arrays.stream(between.split(plain.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean have(String named) {
        if (named.charAt(named.length() - 1) != REST) {
            return words.contains(named);
        }
        String beginning = named.substring(0, named.length() - 1);
        String next = words.ceiling(beginning);
        return next != null && next.startsWith(beginning);
    }
}
