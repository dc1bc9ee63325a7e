package io.switchboard.core.desk.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of {@code late-replies.txt}, by their kind, in small letters without accents. */
final class Phrases {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Map<String, Set<String>> BY_KIND = read();

    private Phrases() {}

    /** Returns the words and phrases of a kind. */
    static Set<String> of(String kind) {
        return Objects.requireNonNull(BY_KIND.get(kind), kind);
    }

    /** Returns a text in small letters, without accents, and with one kind of apostrophe. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replace('ł', 'l')
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> phrases = new HashMap<>();
        try (InputStream file = Objects.requireNonNull(Phrases.class.getResourceAsStream("late-replies.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int colon = line.indexOf(':');
                String kind = line.substring(0, line.indexOf(' '));
                for (String entry : line.substring(colon + 1).split(",", -1)) {
                    phrases.computeIfAbsent(kind, added -> new LinkedHashSet<>())
                            .add(plain(entry.strip()));
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        phrases.replaceAll((kind, entries) -> Set.copyOf(entries));
        return Map.copyOf(phrases);
    }
}
